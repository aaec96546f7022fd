extension FoldTable {
  /// As `foldSegment(utf8:from:into:)`, with the folded scalars as a value and the byte behind the
  /// segment: for callers whose own memory can't be a sink. All of them stand for `start..<end`.
  public func segment(
    utf8: UnsafeRawBufferPointer, from start: Int
  ) -> (scalars: FoldedScalars, end: Int) {
    precondition(start >= 0 && start < utf8.count, "a segment starts inside of the text")
    var segment = SegmentBuffer()
    let end = unsafe gather(utf8, from: start, into: &segment)
    return (FoldedScalars(segment), end)
  }
}
