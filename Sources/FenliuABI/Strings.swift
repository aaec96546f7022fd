import CFenliu
import Pack

extension StaticString {
  /// The text as C knows it, NUL-terminated; valid for ever.
  var characters: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

extension fenliu_string {
  /// JSON's null.
  static var absent: fenliu_string { unsafe fenliu_string(bytes: nil, length: 0) }

  /// A view of bytes that live as long as what they stand in.
  init(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    unsafe self.init(
      bytes: UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), length: length)
  }

  /// A text that is part of the library.
  init(_ text: StaticString) {
    unsafe self.init(bytes: text.characters, length: text.utf8CodeUnitCount)
  }

  /// The bytes, none for a null pointer of length 0.
  ///
  /// - Throws: `FENLIU_ERROR_NULL_ARGUMENT` for a null pointer with a length,
  ///   `FENLIU_ERROR_TEXT_TOO_LONG` from 2³² bytes on. A size_t of more than 63 bits, (size_t)-1
  ///   say, arrives as a negative number.
  func buffer() throws(Refusal) -> UnsafeRawBufferPointer {
    guard unsafe 0...Int(UInt32.max) ~= length else { throw Refusal(FENLIU_ERROR_TEXT_TOO_LONG) }
    guard unsafe bytes != nil || length == 0 else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    return unsafe UnsafeRawBufferPointer(start: bytes, count: length)
  }

  /// A copy as a string, nil if there is none.
  func copy() throws(Refusal) -> String? {
    let buffer = unsafe try self.buffer()
    guard unsafe buffer.baseAddress != nil else { return nil }
    return unsafe String(decoding: buffer, as: UTF8.self)
  }
}

extension StringTable {
  /// A view into the pack. O(1).
  func view(_ ref: StringRef) -> fenliu_string {
    let bytes = utf8(ref)
    return unsafe fenliu_string(bytes.pointer, bytes.count)
  }

  /// The same for a text that is empty where there is none.
  func optionalView(_ ref: StringRef) -> fenliu_string {
    ref.length == 0 ? unsafe .absent : unsafe view(ref)
  }
}
