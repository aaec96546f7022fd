/// One normalization segment on its way: decomposed, put into canonical order, composed. Holds any
/// segment that `FoldTable.maximumFollowers` allows, so it never overflows and never allocates.
@usableFromInline
struct SegmentBuffer: ~Copyable {
  /// FoldFormat.longestSequence + FoldTable.maximumFollowers × FoldFormat.longestFollower
  private(set) var items = InlineArray<82, UInt32>(repeating: 0)
  @usableFromInline private(set) var count = 0

  @usableFromInline init() {}

  /// The `i`-th scalar, once normalized.
  @usableFromInline subscript(i: Int) -> UInt32 { items[i] }

  /// Adds what a scalar folds to, decomposed.
  mutating func append(_ scalar: UInt32, _ image: FoldImage) {
    let entry = image.entry(scalar)
    guard entry.isSequence else {
      items[count] = image.direct(scalar)
      count += 1
      return
    }
    for i in 0..<entry.length {
      items[count] = image.item(entry, i).bits
      count += 1
    }
  }

  /// Canonical order, then canonical composition; leaves plain scalars. At most 82² steps.
  mutating func normalize(_ image: FoldImage) {
    if count > 1 { reorder() }
    compose(image)
  }

  /// A stable insertion sort of every run of scalars with a combining class other than 0.
  private mutating func reorder() {
    for i in 1..<count {
      let bits = items[i]
      let rank = bits >> 24
      if rank == 0 { continue }
      var j = i
      while j > 0, items[j - 1] >> 24 > rank {
        items[j] = items[j - 1]
        j -= 1
      }
      items[j] = bits
    }
  }

  private mutating func compose(_ image: FoldImage) {
    var starter = -1
    /// The class of the last scalar kept behind the starter; none yet if it is the starter itself.
    var last: UInt32? = nil
    var kept = 0
    for i in 0..<count {
      let item = FoldItem(bits: items[i])
      let rank = item.combiningClass
      if item.composesBackward, starter >= 0, last.map({ $0 < rank }) ?? true,
        let composed = image.composition(items[starter], item.scalar)
      {
        items[starter] = composed
        continue
      }
      if rank == 0 {
        starter = kept
        last = nil
      } else {
        last = rank
      }
      items[kept] = item.scalar
      kept += 1
    }
    count = kept
  }
}
