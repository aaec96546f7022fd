/// Where a string lies in the string section, in bytes.
@frozen
public struct StringRef: BitwiseCopyable, Sendable, Hashable {
  public var offset: UInt32
  public var length: UInt32

  @inlinable
  public init(offset: UInt32, length: UInt32) {
    self.offset = offset
    self.length = length
  }

  public static let empty = StringRef(offset: 0, length: 0)
}

/// The UTF-8 strings of a pack.
public struct StringTable: Sendable {
  private let bytes: Table<UInt8>

  public init(bytes: Table<UInt8>) { self.bytes = bytes }

  /// The bytes of one string. Bounds-checked, O(1).
  public func utf8(_ ref: StringRef) -> Table<UInt8> {
    bytes[Int(ref.offset)..<Int(ref.offset) + Int(ref.length)]
  }

  /// The string itself: allocates if it has more than 15 bytes.
  public subscript(ref: StringRef) -> String {
    let part = utf8(ref)
    return unsafe String(
      decoding: UnsafeBufferPointer(start: part.pointer, count: part.count), as: UTF8.self)
  }
}
