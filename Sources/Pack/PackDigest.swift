/// The digest of a pack: chains of 64 × 64 → 128-bit multiplications, as wyhash has them.
///
/// A whole pack is checked at each load, and a hash that takes two multiplications for every 8 bytes
/// (XXH64, 10 GB/s) was half of what loading costs; this takes one for 16. It tells damage from
/// intent, not friend from foe.
public enum PackDigest {
  /// Odd numbers with as many ones as zeros: digits of π.
  private static let keys: InlineArray<4, UInt64> = [
    0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7345, 0xA409_3822_299F_31D1, 0x082E_FA98_EC4E_6C89,
  ]
  private static let blockSize = 64

  /// The digest of `bytes`. O(n).
  public static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // Four chains, since each multiplication waits for the one before it.
    var (first, second, third, fourth) = (keys[1], keys[2], keys[3], keys[0])
    var at = 0
    while at <= bytes.count - blockSize {
      first = unsafe fold(word(bytes, at) ^ keys[0], word(bytes, at + 8) ^ first)
      second = unsafe fold(word(bytes, at + 16) ^ keys[1], word(bytes, at + 24) ^ second)
      third = unsafe fold(word(bytes, at + 32) ^ keys[2], word(bytes, at + 40) ^ third)
      fourth = unsafe fold(word(bytes, at + 48) ^ keys[3], word(bytes, at + 56) ^ fourth)
      at += blockSize
    }
    var digest = fold(first ^ keys[2], second) ^ fold(third ^ keys[3], fourth)
    while at < bytes.count {
      digest = unsafe fold(tail(bytes, at) ^ keys[0], tail(bytes, at + 8) ^ digest)
      at += 16
    }
    return fold(digest ^ keys[1], UInt64(bytes.count) ^ keys[3])
  }

  /// Both halves of the product, one upon the other.
  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Up to 8 bytes from `at` on, zeros behind the end.
  private static func tail(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in at..<max(min(at + 8, bytes.count), at) {
      word |= unsafe UInt64(bytes[index]) << UInt64(8 * (index - at))
    }
    return word
  }
}
