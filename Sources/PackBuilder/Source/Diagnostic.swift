/// One mistake in the lexicon sources, with its mend.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    case error = "错误"
    case warning = "提醒"
  }

  public var severity: Severity
  /// Path as the reader gave it.
  public var file: String
  /// First line is 1; 0 if the whole file is meant.
  public var line: Int
  /// What is wrong and how to mend it, in Chinese: analysts read it.
  public var message: String

  public init(_ severity: Severity = .error, file: String, line: Int, _ message: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(severity.rawValue)：\(message)" }
}

/// All mistakes found in one reading of the sources.
public struct Diagnostics: Sendable {
  public private(set) var all: [Diagnostic] = []

  public init() {}

  public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  public mutating func error(_ row: SourceRow, _ message: String) {
    all.append(Diagnostic(.error, file: row.file, line: row.line, message))
  }

  public mutating func warning(_ row: SourceRow, _ message: String) {
    all.append(Diagnostic(.warning, file: row.file, line: row.line, message))
  }

  public mutating func error(file: String, line: Int = 0, _ message: String) {
    all.append(Diagnostic(.error, file: file, line: line, message))
  }

  /// Adds what was noticed elsewhere.
  mutating func append(_ other: Diagnostics) { all += other.all }

  /// Ordered by file and line.
  public var sorted: [Diagnostic] {
    all.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }
}

/// Thrown when sources hold errors: lists them all.
public struct SourceErrors: Error, Sendable, CustomStringConvertible {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
