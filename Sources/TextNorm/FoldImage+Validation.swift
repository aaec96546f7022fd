extension FoldImage {
  /// Reads the header of `bytes` and looks at every number in them once, so that no later read can
  /// leave them and no fold is anything but a Unicode scalar value. O(size), about 0.1 ms; nothing is
  /// copied, and the bytes must outlive the image.
  static func validated(_ bytes: UnsafeRawBufferPointer) throws(FoldTableError) -> FoldImage {
    guard let base = bytes.baseAddress, bytes.count >= FoldFormat.headerBytes else {
      throw .truncated
    }
    guard UInt(bitPattern: base) % UInt(FoldFormat.alignment) == 0 else { throw .misaligned }
    let layout = unsafe FoldLayout(base: base, count: bytes.count)
    guard layout.magic == FoldFormat.magic else { throw .foreign }
    guard layout[.version] == FoldFormat.version else { throw .version(layout[.version]) }
    guard Int(layout[.byteCount]) <= layout.count else { throw .truncated }
    let pairCount = Int(layout[.pairCount])
    let image = try unsafe FoldImage(
      direct: layout.section(.directOffset, FoldFormat.directCount),
      header: layout.header,
      index: layout.section(.indexOffset, FoldFormat.indexCount),
      blocks: layout.section(.blocksOffset, Int(layout[.blockCount]) * FoldFormat.blockSize),
      pool: layout.section(.poolOffset, Int(layout[.poolCount])),
      pairKeys: layout.section(.pairKeysOffset, pairCount),
      pairValues: layout.section(.pairValuesOffset, pairCount),
      blockCount: Int(layout[.blockCount]), poolCount: Int(layout[.poolCount]),
      pairCount: pairCount)
    try image.checkIndex()
    try image.checkBlocks()
    try image.checkDirect()
    try image.checkPool()
    try image.checkPairs()
    return image
  }

  private func checkIndex() throws(FoldTableError) {
    for i in 0..<FoldFormat.indexCount where unsafe Int(index[i]) >= blockCount {
      throw .damaged("index")
    }
  }

  private func checkBlocks() throws(FoldTableError) {
    for i in 0..<blockCount * FoldFormat.blockSize {
      let bits = unsafe blocks[i]
      if bits == 0 { continue }
      let entry = FoldEntry(bits: bits)
      let longest = entry.isFollower ? FoldFormat.longestFollower : FoldFormat.longestSequence
      guard entry.isWellFormed, entry.length <= longest, entry.offset + entry.length <= poolCount
      else { throw .damaged("blocks") }
    }
  }

  /// Surrogates are marked; whatever else is marked has an entry that says how it folds.
  private func checkDirect() throws(FoldTableError) {
    for c in 0..<UInt32(FoldFormat.directCount) {
      let fold = unsafe direct[Int(c)]
      if isSurrogate(c) {
        guard fold == FoldTable.careMarker else { throw .damaged("direct") }
      } else if fold == FoldTable.careMarker {
        guard entry(c).isSequence else { throw .damaged("direct") }
      } else {
        guard !isSurrogate(UInt32(fold)), !entry(c).isFollower else {
          throw .damaged("direct")
        }
      }
    }
  }

  private func checkPool() throws(FoldTableError) {
    for i in 0..<poolCount {
      let scalar = FoldItem(bits: unsafe pool[i]).scalar
      guard scalar < 0x11_0000, !isSurrogate(scalar) else { throw .damaged("pool") }
    }
  }

  private func checkPairs() throws(FoldTableError) {
    for i in 0..<pairCount {
      let value = unsafe pairValues[i]
      guard value < 0x11_0000, !isSurrogate(value) else { throw .damaged("pair values") }
      guard unsafe i == 0 || pairKeys[i - 1] < pairKeys[i] else { throw .damaged("pair keys") }
    }
  }
}

/// The header of a table that isn't trusted yet.
@safe
private struct FoldLayout {
  let base: UnsafeRawPointer
  let count: Int

  var header: UnsafePointer<UInt32> { unsafe base.assumingMemoryBound(to: UInt32.self) }

  subscript(field: FoldFormat.Field) -> UInt32 { unsafe header[field.rawValue] }

  var magic: UInt64 { UInt64(self[.magicHigh]) << 32 | UInt64(self[.magicLow]) }

  /// A section of `elements` numbers that must lie behind the header and inside of the table.
  func section<Number: FixedWidthInteger>(
    _ field: FoldFormat.Field, _ elements: Int
  ) throws(FoldTableError) -> UnsafePointer<Number> {
    let offset = Int(self[field])
    guard offset >= FoldFormat.headerBytes, offset % FoldFormat.alignment == 0,
      offset + elements * MemoryLayout<Number>.stride <= Int(self[.byteCount])
    else { throw .damaged("section \(field)") }
    return unsafe (base + offset).assumingMemoryBound(to: Number.self)
  }
}
