/// A copy of bytes at an address divisible by 8, freed with its last owner.
@safe
final class AlignedBytes: @unchecked Sendable {
  let buffer: UnsafeRawBufferPointer

  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: FoldFormat.alignment)
    unsafe copy.copyBytes(from: bytes)
    unsafe buffer = UnsafeRawBufferPointer(copy)
  }

  deinit { unsafe buffer.deallocate() }
}
