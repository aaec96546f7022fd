/// Decodes UTF-8 one scalar at a time. Ill-formed input yields U+FFFD for each *maximal subpart*: the
/// longest start of a well-formed sequence, or one byte (Unicode 3.9, WHATWG, `String(decoding:as:)`).
public enum MinimalUTF8 {
  public static let replacement: UInt32 = 0xFFFD

  /// The scalar at byte `i` (which must be less than `bytes.count`) and its length in bytes, 1…4.
  /// O(1); never reads at or beyond `bytes.count`.
  @inlinable @inline(__always)
  public static func decode(
    _ bytes: UnsafeRawBufferPointer, at i: Int
  ) -> (scalar: UInt32, length: Int) {
    if bytes.count &- i >= 4 {
      let word = unsafe fourBytes(bytes, at: i)
      if word & 0x80 == 0 { return (word & 0x7F, 1) }
      let scalar = threeBytes(word)
      if scalar >= 0x800, scalar &- 0xD800 >= 0x800 { return (scalar, 3) }
    }
    return unsafe decodeRest(bytes, at: i)
  }

  /// The four bytes at `i`, the first of them lowest. There must be four.
  @inlinable @inline(__always)
  static func fourBytes(_ bytes: UnsafeRawBufferPointer, at i: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self))
  }

  /// What the lowest three bytes of `word` stand for if they have the form of a three-byte sequence,
  /// else 0. Well-formed only if the answer is at least U+0800 and no surrogate.
  @inlinable @inline(__always)
  static func threeBytes(_ word: UInt32) -> UInt32 {
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return 0 }
    return (word & 0xF) << 12 | (word >> 2) & 0xFC0 | (word >> 16) & 0x3F
  }

  /// Two and four bytes, the last three of a text, and whatever is ill-formed.
  @usableFromInline @inline(never)
  static func decodeRest(_ bytes: UnsafeRawBufferPointer, at i: Int) -> (
    scalar: UInt32, length: Int
  ) {
    let first = UInt32(unsafe bytes[i])
    let trailing: Int
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2...0xDF: trailing = 1
    case 0xE0...0xEF: trailing = 2
    case 0xF0...0xF4: trailing = 3
    default: return (replacement, 1)
    }
    var scalar = first & (0x3F >> UInt32(trailing))
    for k in 1...trailing {
      guard i + k < bytes.count else { return (replacement, k) }
      let byte = UInt32(unsafe bytes[i + k])
      let allowed = k == 1 ? secondBytes(after: first) : 0x80...0xBF
      guard allowed.contains(byte) else { return (replacement, k) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, trailing + 1)
  }

  /// The second bytes that make neither an overlong form, nor a surrogate, nor more than U+10FFFF.
  private static func secondBytes(after first: UInt32) -> ClosedRange<UInt32> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
