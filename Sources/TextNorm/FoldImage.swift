/// A fold table's bytes, read in place. The only type of this module that follows pointers into them;
/// `FoldImage.validated` has seen to it that none of its reads leaves them.
@safe @usableFromInline
struct FoldImage: @unchecked Sendable {
  @usableFromInline let direct: UnsafePointer<UInt16>
  let header: UnsafePointer<UInt32>
  let index: UnsafePointer<UInt16>
  let blocks: UnsafePointer<UInt32>
  let pool: UnsafePointer<UInt32>
  let pairKeys: UnsafePointer<UInt64>
  let pairValues: UnsafePointer<UInt32>
  let blockCount: Int
  let poolCount: Int
  let pairCount: Int

  func field(_ field: FoldFormat.Field) -> UInt32 { unsafe header[field.rawValue] }

  /// What the blocks say of a code point up to U+10FFFF. O(1), two loads.
  func entry(_ scalar: UInt32) -> FoldEntry {
    let block = unsafe index[Int(scalar >> FoldFormat.blockShift)]
    let position =
      Int(block) << Int(FoldFormat.blockShift) | Int(scalar) & (FoldFormat.blockSize - 1)
    return FoldEntry(bits: unsafe blocks[position])
  }

  /// The `i`-th scalar of the sequence of `entry`, `i < entry.length`.
  func item(_ entry: FoldEntry, _ i: Int) -> FoldItem {
    FoldItem(bits: unsafe pool[entry.offset + i])
  }

  /// The scalar at a position of the pool.
  @usableFromInline
  func scalar(_ position: Int) -> UInt32 { FoldItem(bits: unsafe pool[position]).scalar }

  /// The fold of a code point about which the blocks say nothing.
  func direct(_ scalar: UInt32) -> UInt32 {
    scalar < 0x1_0000 ? UInt32(unsafe direct[Int(scalar)]) : scalar
  }

  /// What two scalars compose to, if they do. O(log pairs); Hangul by arithmetic.
  func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if let syllable = Hangul.composition(first, second) { return syllable }
    let key = UInt64(first) << 32 | UInt64(second)
    var low = 0
    var high = pairCount
    while low < high {
      let middle = (low + high) >> 1
      if unsafe pairKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < pairCount, unsafe pairKeys[low] == key else { return nil }
    return unsafe pairValues[low]
  }
}
