extension FoldTable {
  /// Folds one normalization segment: the scalar at byte `start` and all followers behind it (at most
  /// `maximumFollowers`; a longer run is cut there and goes on as a segment of its own).
  ///
  /// - Parameters:
  ///   - start: less than `utf8.count`, and the first byte of a scalar (or of an ill-formed sequence).
  ///   - sink: gets the folded scalars, possibly none, each with the span of the whole segment.
  /// - Returns: the byte behind the segment, greater than `start`.
  /// - Complexity: O(length of the segment); no heap allocation.
  @inlinable @inline(never)
  public func foldSegment(
    utf8: UnsafeRawBufferPointer, from start: Int, into sink: inout some FoldSink
  ) -> Int {
    let first = UInt32(truncatingIfNeeded: start)
    if let alone = unsafe settledSegment(utf8, from: start) {
      for i in alone.items {
        sink.emit(image.scalar(i), start: first, end: UInt32(truncatingIfNeeded: alone.end))
      }
      return alone.end
    }
    var segment = SegmentBuffer()
    let end = unsafe gather(utf8, from: start, into: &segment)
    for i in 0..<segment.count {
      sink.emit(segment[i], start: first, end: UInt32(truncatingIfNeeded: end))
    }
    return end
  }

  /// The shortcut for …, ℃, ㎡ and the like: one scalar without followers whose sequence, items of the
  /// pool, needs neither reordering nor composing. Nil for any other segment.
  @usableFromInline @inline(never)
  func settledSegment(
    _ utf8: UnsafeRawBufferPointer, from start: Int
  ) -> (items: Range<Int>, end: Int)? {
    precondition(start >= 0 && start < utf8.count, "a segment starts inside of the text")
    let (first, length) = unsafe MinimalUTF8.decode(utf8, at: start)
    let entry = image.entry(first)
    guard entry.isSequence else { return nil }
    for i in 0..<entry.length where !image.item(entry, i).isSettled { return nil }
    let end = start + length
    if end < utf8.count, unsafe isFollower(MinimalUTF8.decode(utf8, at: end).scalar) { return nil }
    return (entry.offset..<entry.offset + entry.length, end)
  }

  @usableFromInline @inline(never)
  func gather(
    _ utf8: UnsafeRawBufferPointer, from start: Int, into segment: inout SegmentBuffer
  ) -> Int {
    let (first, length) = unsafe MinimalUTF8.decode(utf8, at: start)
    segment.append(first, image)
    var end = start + length
    var followers = 0
    while end < utf8.count, followers < FoldTable.maximumFollowers {
      let (scalar, length) = unsafe MinimalUTF8.decode(utf8, at: end)
      guard image.entry(scalar).isFollower else { break }
      segment.append(scalar, image)
      end += length
      followers += 1
    }
    segment.normalize(image)
    return end
  }
}
