/// Why bytes are no fold table. Compare kinds with `==`; `description` is meant for people.
public struct FoldTableError: Error, Equatable, CustomStringConvertible {
  private enum Kind: Equatable {
    case misaligned, truncated, foreign, version, damaged
  }

  private let kind: Kind
  public let description: String

  /// The bytes don't start at a multiple of 8.
  static let misaligned = FoldTableError(
    kind: .misaligned, description: "the fold table isn't aligned to 8 bytes")

  /// There are fewer bytes than the header says.
  static let truncated = FoldTableError(
    kind: .truncated, description: "the fold table is cut short")

  /// The bytes are something else.
  static let foreign = FoldTableError(
    kind: .foreign, description: "these bytes are no fold table")

  /// The table was compiled for another version of this library.
  static func version(_ found: UInt32) -> FoldTableError {
    FoldTableError(
      kind: .version,
      description: "the fold table has format \(found), this library reads \(FoldFormat.version): "
        + "compile it again")
  }

  /// A section points outside of the table or holds what no composer writes.
  static func damaged(_ section: String) -> FoldTableError {
    FoldTableError(kind: .damaged, description: "the fold table is damaged: \(section)")
  }
}
