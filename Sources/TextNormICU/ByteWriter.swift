import TextNorm

/// Little-endian numbers, each section aligned as `FoldFormat` wants it.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private let origin: Int

  /// - Parameter startingAt: the offset of the first byte in the whole.
  init(startingAt origin: Int) { self.origin = origin }

  /// Appends a section with its padding; returns its offset in the whole.
  mutating func section<Number: FixedWidthInteger>(_ numbers: [Number]) -> UInt32 {
    let offset = origin + bytes.count
    bytes.reserveCapacity(bytes.count + numbers.count * MemoryLayout<Number>.size + 8)
    for number in numbers {
      for k in 0..<MemoryLayout<Number>.size {
        bytes.append(UInt8(truncatingIfNeeded: number >> Number(8 * k)))
      }
    }
    while (origin + bytes.count) % FoldFormat.alignment != 0 { bytes.append(0) }
    return UInt32(offset)
  }
}
