/// The first bytes of a pack. All integers are little-endian.
///
/// | offset | bytes | field |
/// |---|---|---|
/// | 0 | 8 | magic `FENLIUPK` |
/// | 8 | 8 | `PackDigest` of everything from offset 16 to the end |
/// | 16 | 4 | format version |
/// | 20 | 4 | number of sections |
/// | 24 | 8 | size of the file in bytes |
/// | 32 | 4 | first day in force, days since 1970-01-01 |
/// | 36 | 4 | last day in force, `Int32.max` if open |
/// | 40 | 4 | length of the pack id in bytes |
/// | 48 | 32 | pack id, ASCII, zero-padded |
/// | 96 | 24 each | directory: section id, stride, offset, count |
enum PackHeader {
  static let magic: [UInt8] = Array("FENLIUPK".utf8)
  static let formatVersion: UInt32 = 4
  static let size = 96
  static let entrySize = 24
  static let idCapacity = 32
  static let digestStart = 16
  /// Sections begin on cache lines.
  static let alignment = 64
}
