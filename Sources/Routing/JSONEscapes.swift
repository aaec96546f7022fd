import Pack

extension Buffer<UInt8> {
  /// Adds UTF-8 as a JSON string. Besides what JSON demands, U+007F…U+009F, U+2028 and U+2029 are
  /// escaped.
  ///
  /// - Parameter prefix: stands before the text and needs no escape.
  mutating func append(quoting utf8: Table<UInt8>, behind prefix: StaticString) {
    if appendShort(quoting: utf8, behind: prefix) { return }
    append(UInt8(ascii: "\""))
    if prefix.utf8CodeUnitCount > 0 { append(prefix) }
    append(escaping: utf8)
    append(UInt8(ascii: "\""))
  }

  /// Adds a text as it is. Inlined, so that its length is known.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    unsafe append(upTo: count) {
      unsafe $0.update(from: text.utf8Start, count: count)
      return count
    }
  }

  /// Adds up to 32 bytes in quotes if none of them may need an escape: most texts of a line.
  private mutating func appendShort(
    quoting utf8: Table<UInt8>, behind prefix: StaticString
  ) -> Bool {
    let (count, before) = (utf8.count, prefix.utf8CodeUnitCount)
    guard count <= 32 else { return false }
    var isPlain = false
    unsafe append(upTo: before + count + 2) {
      unsafe $0[0] = UInt8(ascii: "\"")
      for index in 0..<before { unsafe $0[1 + index] = prefix.utf8Start[index] }
      let target = unsafe UnsafeMutableRawPointer($0 + 1 + before)
      isPlain = unsafe copyShort(UnsafeRawPointer(utf8.pointer), count, to: target) == 0
      unsafe $0[1 + before + count] = UInt8(ascii: "\"")
      return isPlain ? before + count + 2 : 0
    }
    return isPlain
  }

  /// Runs that need no escape are copied whole.
  private mutating func append(escaping utf8: Table<UInt8>) {
    var start = 0
    var index = 0
    while let found = firstDoubt(in: utf8, from: index) {
      let (length, escape) = escape(utf8, at: found)
      if let escape {
        append(contentsOf: utf8[start..<found])
        for byte in escape.utf8 { append(byte) }
        start = found + length
      }
      index = found + length
    }
    append(contentsOf: utf8[start..<utf8.count])
  }
}

/// Copies up to 32 bytes, in words that overlap; gives back the doubts in them, 0 if none.
@inline(__always)
private func copyShort(
  _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
) -> UInt64 {
  func copy<Word: FixedWidthInteger & BitwiseCopyable>(_ at: Int, as: Word.Type) -> UInt64 {
    let word = unsafe source.loadUnaligned(fromByteOffset: at, as: Word.self)
    unsafe target.storeBytes(of: word, toByteOffset: at, as: Word.self)
    return UInt64(truncatingIfNeeded: word)
  }
  if count > 16 {
    return doubts(copy(0, as: UInt64.self)) | doubts(copy(8, as: UInt64.self))
      | doubts(copy(count &- 16, as: UInt64.self)) | doubts(copy(count &- 8, as: UInt64.self))
  }
  if count >= 8 {
    return doubts(copy(0, as: UInt64.self)) | doubts(copy(count &- 8, as: UInt64.self))
  }
  if count >= 4 {
    return doubts(copy(0, as: UInt32.self) | copy(count &- 4, as: UInt32.self) << 32)
  }
  var letters: UInt64 = 0x6161_6161_6161_6161
  for at in 0..<count { letters = letters << 8 | copy(at, as: UInt8.self) }
  return doubts(letters)
}

/// The first byte from `index` on that may need an escape, nil if there is none; one that `escape`
/// lets stand now and then. Eight bytes at a time.
private func firstDoubt(in utf8: Table<UInt8>, from index: Int) -> Int? {
  var index = index
  let count = utf8.count
  while index &+ 8 <= count {
    let word = unsafe UnsafeRawPointer(utf8.pointer)
      .loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let doubts = doubts(word)
    if doubts != 0 { return index + doubts.trailingZeroBitCount / 8 }
    index &+= 8
  }
  while index < count {
    if mayNeedEscape(utf8[index]) { return index }
    index &+= 1
  }
  return nil
}

/// E2 begins U+2028 and U+2029, C2 the controls from U+0080.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte & 0xDF == 0xC2
}

/// The high bit of each of eight bytes that may, 0 if none does. Bytes above the lowest that may
/// can be marked too.
@inline(__always)
private func doubts(_ word: UInt64) -> UInt64 {
  func eight(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
  func zeros(_ word: UInt64) -> UInt64 { (word &- eight(0x01)) & ~word }
  let quotes = zeros(word ^ eight(0x22)) | zeros(word ^ eight(0x5C))
  let controls = zeros(word & eight(0xE0)) | zeros(word ^ eight(0x7F))
  let leads = zeros((word & eight(0xDF)) ^ eight(0xC2))
  return (quotes | controls | leads) & eight(0x80)
}

/// Length of the character that begins here, and what stands for it, nil if it needs no escape.
private func escape(_ utf8: Table<UInt8>, at index: Int) -> (length: Int, text: String?) {
  switch utf8[index] {
  case 0x22: return (1, "\\\"")
  case 0x5C: return (1, "\\\\")
  case 0x0A: return (1, "\\n")
  case 0x0D: return (1, "\\r")
  case 0x09: return (1, "\\t")
  case 0xC2:
    let code = utf8[index + 1]
    return (2, code <= 0x9F ? hexadecimal(UInt32(code)) : nil)
  case 0xE2:
    guard utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else { return (3, nil) }
    return (3, hexadecimal(0x2000 + UInt32(utf8[index + 2] & 0x3F)))
  case let byte where byte < 0x20 || byte == 0x7F: return (1, hexadecimal(UInt32(byte)))
  default: return (1, nil)
  }
}

private func hexadecimal(_ code: UInt32) -> String {
  let digits = String(code, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
