/// What a scalar (0…18 scalars) or a segment (0…82) folds to, without a heap allocation.
public struct FoldedScalars: RandomAccessCollection, Sendable {
  private let items: InlineArray<82, UInt32>
  public let endIndex: Int
  public var startIndex: Int { 0 }

  init(_ segment: borrowing SegmentBuffer) {
    items = segment.items
    endIndex = segment.count
  }

  /// The scalar value at `position`; traps if there is none.
  public subscript(position: Int) -> UInt32 {
    precondition(position >= 0 && position < endIndex, "no scalar at this position")
    return items[position]
  }
}
