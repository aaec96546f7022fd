extension FoldTable {
  /// Folds UTF-8, reporting each folded scalar with the source bytes it stands for. Ill-formed bytes
  /// count as U+FFFD, one for each maximal subpart (WHATWG, Unicode 3.9). Spans run forward; a byte
  /// that no span covers belongs to something that folds to nothing.
  ///
  /// - Precondition: fewer than 2³² bytes.
  /// - Complexity: O(bytes); allocates nothing itself.
  @inlinable
  public func fold(utf8: UnsafeRawBufferPointer, into sink: inout some FoldSink) {
    precondition(utf8.count <= UInt32.max, "texts are shorter than 4 GiB")
    let care = UInt32(FoldTable.careMarker)
    let count = utf8.count
    var i = 0
    while i < count {
      let start = i
      let (scalar, length) = unsafe MinimalUTF8.decode(utf8, at: i)
      let folded = simpleFold(scalar)
      if folded == care {
        i = unsafe foldSegment(utf8: utf8, from: start, into: &sink)
      } else {
        i = unsafe foldRun(utf8, folded, from: start, next: start &+ length, into: &sink)
      }
    }
  }

  /// Folds scalars that fold simply up to the first that doesn't, and that one's segment. One scalar,
  /// `first`, is always held back until it is clear that no follower comes behind it.
  /// Returns the byte behind.
  @inlinable @inline(__always)
  func foldRun(
    _ utf8: UnsafeRawBufferPointer, _ first: UInt32, from start: Int, next: Int,
    into sink: inout some FoldSink
  ) -> Int {
    let care = UInt32(FoldTable.careMarker)
    let count = utf8.count
    let last = count &- 4
    let direct = unsafe image.direct
    var held = first
    var start = start
    var i = next
    // In a variable of its own, a small sink stays in registers.
    var local = consume sink
    while true {
      // Runs of Han, runs of ASCII: nearly all there is. A loop for each, since its step is then known
      // in advance. Surrogates are marked and need no check of their own.
      while i <= last {
        let scalar = unsafe MinimalUTF8.threeBytes(MinimalUTF8.fourBytes(utf8, at: i))
        let folded = UInt32(unsafe direct[Int(scalar)])
        guard scalar >= 0x800, folded != care else { break }
        local.emit(
          held, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: i))
        held = folded
        start = i
        i &+= 3
      }
      while i < count {
        let scalar = UInt32(unsafe utf8[i])
        let folded = UInt32(unsafe direct[Int(scalar)])
        guard scalar < 0x80, folded != care else { break }
        local.emit(
          held, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: i))
        held = folded
        start = i
        i &+= 1
      }
      if i >= count { break }
      let (scalar, length) = unsafe MinimalUTF8.decodeRest(utf8, at: i)
      let folded = simpleFold(scalar)
      if folded == care {
        if !isFollower(scalar) { break }
        sink = local
        return unsafe foldSegment(utf8: utf8, from: start, into: &sink)
      }
      local.emit(held, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: i))
      held = folded
      start = i
      i &+= length
    }
    local.emit(held, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: i))
    sink = local
    return i
  }

  /// The folded scalars of a text with their UTF-8 offsets. Convenient; allocates an array.
  public func fold(_ text: String) -> [FoldedScalar] {
    var sink = ArraySink()
    fold(text, into: &sink)
    return sink.scalars
  }

  /// The folded text, for showing and for tables; matching needs `fold`.
  public func foldedString(_ text: String) -> String {
    var sink = StringSink()
    fold(text, into: &sink)
    return String(sink.scalars)
  }

  private func fold(_ text: String, into sink: inout some FoldSink) {
    var text = text
    text.withUTF8 { utf8 in
      unsafe fold(utf8: UnsafeRawBufferPointer(utf8), into: &sink)
    }
  }
}

private struct ArraySink: FoldSink {
  var scalars: [FoldedScalar] = []

  mutating func emit(_ scalar: UInt32, start: UInt32, end: UInt32) {
    scalars.append(FoldedScalar(scalar: scalar, start: Int(start), end: Int(end)))
  }
}

private struct StringSink: FoldSink {
  var scalars = String.UnicodeScalarView()

  mutating func emit(_ scalar: UInt32, start: UInt32, end: UInt32) {
    scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
  }
}
