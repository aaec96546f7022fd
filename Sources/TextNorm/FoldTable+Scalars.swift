extension FoldTable {
  /// The fold of a code point if it is one scalar whatever stands before it; else `careMarker`.
  /// What stands *behind* it can still change it: see `foldSegment`. Anything that is no scalar value
  /// is marked. O(1): one load in the BMP, three outside.
  @inlinable @inline(__always)
  public func simpleFold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x1_0000 { return UInt32(unsafe image.direct[Int(scalar)]) }
    return supplementaryFold(scalar)
  }

  @usableFromInline @inline(never)
  func supplementaryFold(_ scalar: UInt32) -> UInt32 {
    let care = UInt32(FoldTable.careMarker)
    guard scalar < 0x11_0000 else { return care }
    let entry = image.entry(scalar)
    if !entry.isSequence { return scalar }
    guard entry.length == 1, !entry.isFollower else { return care }
    let item = image.item(entry, 0)
    return item.isSettled ? item.scalar : care
  }

  /// True if a scalar can change what stands before it (a combining mark, a variation selector, an
  /// ignorable, a Hangul vowel): no normalization boundary before it. Followers are all marked.
  @inline(never)
  public func isFollower(_ scalar: UInt32) -> Bool {
    scalar < 0x11_0000 && image.entry(scalar).isFollower
  }

  /// The fold of one scalar standing alone: 0 to 18 scalars.
  public func foldedScalar(_ scalar: Unicode.Scalar) -> FoldedScalars {
    var segment = SegmentBuffer()
    segment.append(scalar.value, image)
    segment.normalize(image)
    return FoldedScalars(segment)
  }
}
