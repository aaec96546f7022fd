extension MinimalUTF8 {
  /// The two scalars at byte `i` if six well-formed bytes there are two sequences of three bytes, as
  /// nearly all Chinese text is; else nil. Surrogates, which are ill-formed, are not looked for: the
  /// caller's table must mark them. O(1): one load, and both scalars in one register.
  ///
  /// - Precondition: `i + 8 <= bytes.count`.
  @inlinable @inline(__always)
  public static func threeBytePair(
    _ bytes: UnsafeRawBufferPointer, at i: Int
  ) -> (first: Int, second: Int)? {
    // The first byte highest: 1110xxxx 10xxxxxx 10xxxxxx, twice, and two bytes more.
    let word = UInt64(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    guard word & 0xF0C0_C0F0_C0C0_0000 == 0xE080_80E0_8080_0000 else { return nil }
    let high = (word & 0x0F00_000F_0000_0000) &>> 4
    let middle = (word & 0x003F_0000_3F00_0000) &>> 2
    let low = word & 0x0000_3F00_003F_0000
    let both = high | middle | low
    // What is below U+0800 takes two bytes: the subtraction borrows from the byte above.
    guard (both &- 0x0008_0000_0800_0000) & 0x8000_0080_0000_0000 == 0 else { return nil }
    return (
      Int(truncatingIfNeeded: both &>> 40),
      Int(truncatingIfNeeded: UInt16(truncatingIfNeeded: both &>> 16))
    )
  }
}
