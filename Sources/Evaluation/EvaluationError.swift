/// Why a table of labels, a saved run or a report could not be read or written; the message is for
/// analysts and says what to do.
public struct EvaluationError: Error, CustomStringConvertible, Sendable {
  public enum Kind: Sendable { case usage, cannotOpen, badData, cannotWrite }

  public let kind: Kind
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
