/// What stands in the output for a line of input that is no call.
public struct ErrorRecord: Sendable {
  public var line: Int
  public var id: String?
  public var message: String

  public init(line: Int, id: String?, message: String) {
    self.line = line
    self.id = id
    self.message = message
  }

  /// One line of JSON.
  public var json: String {
    var writer = JSONWriter()
    writer.object {
      if let id { $0.field("id", id) }
      $0.field("line", line)
      $0.field("error", message)
    }
    return writer.text
  }
}
