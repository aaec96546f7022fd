import Automaton
import Pack

extension Lexicon {
  /// Which postings of a hit count, as a bit mask over the pattern's postings.
  ///
  /// A posting is hidden where a longer hit around it speaks of the same target, or is an
  /// exclusion that shields against it; a cue is hidden inside any term, exclusion or longer cue.
  /// O(hits within one pattern length).
  func visiblePostings(of index: Int, in hits: borrowing Buffer<Hit>) -> UInt32 {
    let hit = hits[index]
    let record = patterns[Int(hit.pattern)]
    var visible = UInt32.max >> UInt32(32 - min(Int(record.postingCount), 32))

    // Hits that end together come longest first.
    var other = index - 1
    while other >= 0, hits[other].end == hit.end {
      hide(inside: patterns[Int(hits[other].pattern)], of: record, in: &visible)
      other -= 1
    }
    let horizon = hit.start &+ settings.longestPattern
    other = index + 1
    while other < hits.count, hits[other].end <= horizon {
      if hits[other].start <= hit.start, hits[other].end > hit.end {
        hide(inside: patterns[Int(hits[other].pattern)], of: record, in: &visible)
      }
      other += 1
    }
    return visible
  }

  private func hide(
    inside outer: PatternRecord, of inner: PatternRecord, in visible: inout UInt32
  ) {
    let cueBit = UInt16(1) << TargetKind.cue.rawValue
    let exclusionBit = UInt16(1) << TargetKind.exclusion.rawValue
    guard outer.kinds & (inner.kinds | exclusionBit) != 0 || inner.kinds & cueBit != 0 else {
      return
    }
    let outerPostings = postings(of: outer)
    let innerPostings = postings(of: inner)
    for index in 0..<min(innerPostings.count, 32) where visible & (1 << UInt32(index)) != 0 {
      for outerIndex in outerPostings.indices
      where outerPostings[outerIndex].hides(innerPostings[index]) {
        visible &= ~(1 << UInt32(index))
        break
      }
    }
  }
}

extension Posting {
  /// True if a hit with this posting makes a shorter hit inside it say nothing about `inner`.
  fileprivate func hides(_ inner: Posting) -> Bool {
    switch kind {
    case .exclusion:
      limit == .any || limit == inner.kind && (limit == .cue || target == inner.target)
    case .category, .danger, .concept, .cue:
      inner.kind == .cue || kind == inner.kind && target == inner.target
    default:
      kind == inner.kind && target == inner.target
    }
  }
}
