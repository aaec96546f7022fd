/// Writes JSON text. The router's only output format needs no more than this, and Foundation
/// would cost megabytes.
package struct JSONWriter {
  private var bytes: [UInt8] = []

  package init() {}

  /// What was written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private var needsComma = false

  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  package mutating func array<S: Sequence>(
    _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    nest("[", "]") { writer in
      for item in items { body(&writer, item) }
    }
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    raw(String(value))
  }

  /// Rounded to three decimals.
  package mutating func field(_ name: String, _ value: Double) {
    key(name)
    raw(value.isFinite ? String((value * 1000).rounded() / 1000) : "null")
  }

  package mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { bytes += "null".utf8 }
    needsComma = true
  }

  private mutating func raw(_ value: String) {
    separate()
    bytes += value.utf8
    needsComma = true
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes += open.utf8
    needsComma = false
    body(&self)
    bytes += close.utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  /// Runs of bytes that need no escape are copied whole. Besides what JSON demands, U+007F…U+009F,
  /// U+2028 and U+2029 are escaped.
  private mutating func quote(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        let byte = unsafe utf8[index]
        // E2 begins U+2028 and U+2029, C2 the controls from U+0080.
        if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
          index += 1
          continue
        }
        let (length, escape) = unsafe Self.escape(utf8, at: index)
        if let escape {
          unsafe bytes += utf8[start..<index]
          bytes += escape.utf8
          start = index + length
        }
        index += length
      }
      unsafe bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Length of the character that begins here, and what stands for it, nil if it needs no escape.
  private static func escape(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, text: String?) {
    switch unsafe utf8[index] {
    case 0x22: return (1, "\\\"")
    case 0x5C: return (1, "\\\\")
    case 0x0A: return (1, "\\n")
    case 0x0D: return (1, "\\r")
    case 0x09: return (1, "\\t")
    case 0xC2:
      let code = unsafe utf8[index + 1]
      return (2, code <= 0x9F ? hexadecimal(UInt32(code)) : nil)
    case 0xE2:
      guard unsafe utf8[index + 1] == 0x80, unsafe utf8[index + 2] & 0xFE == 0xA8 else {
        return (3, nil)
      }
      return unsafe (3, hexadecimal(0x2000 + UInt32(utf8[index + 2] & 0x3F)))
    case let byte: return (1, hexadecimal(UInt32(byte)))
    }
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
