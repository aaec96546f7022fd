public import Routing

/// Calls from files, kept as the bytes that were read: strings are made only of the few calls that
/// somebody looks at.
public struct CallTable: Sendable {
  struct Call: Sendable {
    var file: Int32
    var line: Int32
    var row: Range<Int>
    var text: Range<Int>
  }

  struct File: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Column names → position; empty for plain lines.
    let columns: [String: Int]
  }

  private(set) var files: [File] = []
  private(set) var calls: [Call] = []

  public init() {}

  public var indices: Range<Int> { calls.indices }

  /// Adds the calls of a file: a TSV with the column `text`, or a call a line. O(bytes).
  ///
  /// - Throws: `CallFileError` for the first row that does not fit; no call is added then.
  public mutating func add(path: String, bytes: [UInt8]) throws(CallFileError) {
    var lines = LineRanges(bytes)
    var columns: [String: Int] = [:]
    if let first = lines.peek() {
      if bytes[first].first == UInt8(ascii: "{") {
        throw CallFileError(path: path, line: 1, "这里不读 JSON 行；请改成带表头的 TSV，或一行一个来电")
      }
      let names = bytes[first].cells
      if names.contains("text"), names.count > 1 || path.hasSuffix(".tsv") {
        for (position, name) in names.enumerated() { columns[name] = position }
        _ = lines.next()
      } else if path.hasSuffix(".tsv") {
        throw CallFileError(path: path, line: 1, "表头里没有 text 列；第一行应为列名")
      }
    }
    var found: [Call] = []
    let textColumn = columns["text"]
    while let row = lines.next() {
      if bytes[row].allSatisfy({ $0 <= 0x20 }) { continue }
      var text = row
      if let textColumn {
        if bytes[row.lowerBound] == UInt8(ascii: "#") { continue }
        let (cell, count) = bytes.cell(textColumn, of: row)
        guard let cell, count == columns.count else {
          throw CallFileError(
            path: path, line: lines.number, "有 \(count) 列，应为 \(columns.count) 列；请检查制表符（TAB）")
        }
        text = cell
      }
      found.append(
        Call(file: Int32(files.count), line: Int32(lines.number), row: row, text: text))
    }
    files.append(File(path: path, bytes: bytes, columns: columns))
    calls += found
  }

  /// The bytes of a call's text, valid inside `body`. O(1).
  public func withText<Result>(
    of index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let call = calls[index]
    return try unsafe files[Int(call.file)].bytes.withUnsafeBytes {
      try unsafe body(UnsafeRawBufferPointer(rebasing: $0[call.text]))
    }
  }

  public func text(of index: Int) -> String { string(calls[index].text, calls[index]) }

  /// Its id, or file and line where the table has none.
  public func id(of index: Int) -> String {
    let call = calls[index]
    if let id = cell("id", of: index), !id.isEmpty { return id }
    return "\(path(of: index)):\(call.line)"
  }

  /// The file it was read from, and its line there.
  public func path(of index: Int) -> String { files[Int(calls[index].file)].path }
  public func line(of index: Int) -> Int { Int(calls[index].line) }

  /// When it came in, where the table says so.
  public func instant(of index: Int) -> Instant? {
    cell("at", of: index).flatMap { Instant(rfc3339: $0) }
  }

  /// A cell of a call's row; nil if its file has no such column.
  public func cell(_ column: String, of index: Int) -> String? {
    let call = calls[index]
    let file = files[Int(call.file)]
    guard let position = file.columns[column] else { return nil }
    return file.bytes.cell(position, of: call.row).cell.map { string($0, call) }
  }

  private func string(_ range: Range<Int>, _ call: Call) -> String {
    String(decoding: files[Int(call.file)].bytes[range], as: UTF8.self)
  }
}

/// A file of calls that can't be read, with the mend.
public struct CallFileError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let line: Int
  public let message: String

  public init(path: String, line: Int, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  public var description: String { "\(path):\(line): \(message)" }
}
