/// Everything that keeps a fold table from being composed, all of it at once.
public struct FoldComposerError: Error, CustomStringConvertible {
  /// One thing that is wrong, and its mend.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// The list that has to be mended; `icu` if it is the installation or this library.
    public enum List: Sendable { case equivalents, overlay, icu }

    public let list: List
    /// Position in that list, from 0.
    public let row: Int?
    public let message: String

    public var description: String {
      if let row { "\(list) row \(row): \(message)" } else { "\(list): \(message)" }
    }
  }

  /// Never empty.
  public let problems: [Problem]

  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
