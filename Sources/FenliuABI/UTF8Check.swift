/// Tells whether bytes are well-formed UTF-8, eight ASCII or two Han characters at a time where it
/// can. O(n), allocates nothing.
func isWellFormedUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var at = 0
  while at &+ 8 <= bytes.count {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    if word & 0x8080_8080_8080_8080 == 0 {
      at &+= 8
    } else if word & TwoHan.shape == TwoHan.expected, TwoHan.areLeadsPlain(word) {
      at &+= 6
    } else if let length = unsafe characterLength(bytes, at) {
      at &+= length
    } else {
      return false
    }
  }
  while at < bytes.count {
    guard let length = unsafe characterLength(bytes, at) else { return false }
    at &+= length
  }
  return true
}

/// Two characters of three bytes in the low six bytes of a little-endian word.
private enum TwoHan {
  static let shape: UInt64 = 0x0000_C0C0_F0C0_C0F0
  static let expected: UInt64 = 0x0000_8080_E080_80E0

  /// After E0 and ED not every second byte is allowed: both lead bytes must be others.
  @inline(__always)
  static func areLeadsPlain(_ word: UInt64) -> Bool {
    let (first, second) = (word & 0xFF, (word >> 24) & 0xFF)
    return first != 0xE0 && first != 0xED && second != 0xE0 && second != 0xED
  }
}

/// Length of the character that begins at `at`, nil if it is ill-formed (Unicode, table 3-7).
private func characterLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
  func isByte(_ offset: Int, _ range: ClosedRange<UInt8>) -> Bool {
    unsafe at + offset < bytes.count && range.contains(bytes[at + offset])
  }
  let any: ClosedRange<UInt8> = 0x80...0xBF
  switch unsafe bytes[at] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return isByte(1, any) ? 2 : nil
  case 0xE0: return isByte(1, 0xA0...0xBF) && isByte(2, any) ? 3 : nil
  case 0xED: return isByte(1, 0x80...0x9F) && isByte(2, any) ? 3 : nil
  case 0xE1...0xEF: return isByte(1, any) && isByte(2, any) ? 3 : nil
  case 0xF0: return isByte(1, 0x90...0xBF) && isByte(2, any) && isByte(3, any) ? 4 : nil
  case 0xF4: return isByte(1, 0x80...0x8F) && isByte(2, any) && isByte(3, any) ? 4 : nil
  case 0xF1...0xF3: return isByte(1, any) && isByte(2, any) && isByte(3, any) ? 4 : nil
  default: return nil
  }
}
