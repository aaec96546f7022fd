import TextNorm
import TextNormICU

/// The fold table of the repository's own lists, composed once for all tests.
enum Composed {
  static let bytes: Result<[UInt8], any Error> = Result {
    try FoldComposer(equivalents: pairs(equivalentsPath), overlay: pairs(overlayPath)).compose()
  }

  static func table() throws -> FoldTable { try FoldTable(copying: bytes.get()) }
}

/// Collects what a table emits.
struct Collector: FoldSink {
  var scalars: [FoldedScalar] = []

  mutating func emit(_ scalar: UInt32, start: UInt32, end: UInt32) {
    scalars.append(FoldedScalar(scalar: scalar, start: Int(start), end: Int(end)))
  }
}

extension FoldTable {
  func folded(utf8 bytes: [UInt8]) -> [FoldedScalar] {
    var sink = Collector()
    unsafe bytes.withUnsafeBytes { unsafe fold(utf8: $0, into: &sink) }
    return sink.scalars
  }

  func folded(_ scalars: [UInt32]) -> [FoldedScalar] { folded(utf8: utf8(scalars)) }
}

/// Scalar values as UTF-8.
func utf8(_ scalars: [UInt32]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(4 * scalars.count)
  for c in scalars {
    switch c {
    case 0..<0x80: bytes.append(UInt8(c))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | c >> 6))
      bytes.append(UInt8(0x80 | c & 0x3F))
    case 0x800..<0x1_0000:
      bytes.append(UInt8(0xE0 | c >> 12))
      bytes.append(UInt8(0x80 | c >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | c & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | c >> 18))
      bytes.append(UInt8(0x80 | c >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | c >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | c & 0x3F))
    }
  }
  return bytes
}

func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

func text(_ scalars: [UInt32]) -> String {
  var view = String.UnicodeScalarView()
  for c in scalars { view.append(Unicode.Scalar(c) ?? "\u{FFFD}") }
  return String(view)
}

/// Every Unicode scalar value: 1,112,064.
func forEachScalar(_ body: (UInt32) throws -> Void) rethrows {
  for c in UInt32(0)..<0xD800 { try body(c) }
  for c in UInt32(0xE000)..<0x11_0000 { try body(c) }
}
