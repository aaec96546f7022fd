import Automaton
import Pack

extension Lexicon {
  /// Works out which postings of each hit count, as a bit mask over the pattern's postings.
  ///
  /// A posting is hidden where a longer hit around it speaks of the same target, or is an
  /// exclusion that shields against it; a cue is hidden inside any term, exclusion or longer cue.
  /// O(codes + hits + what they hide).
  func findVisible(in text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    scratch.visible.removeAll()
    scratch.firstHitByEnd.removeAll()
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      // Hits are ordered by end.
      while scratch.firstHitByEnd.count <= Int(hit.end) {
        scratch.firstHitByEnd.append(UInt32(truncatingIfNeeded: index))
      }
      scratch.visible.append(patterns[Int(hit.pattern)].allPostings)
    }
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      let pattern = patterns[Int(hit.pattern)]
      let first = Int(pattern.firstHide)
      for hide in first..<first + Int(pattern.hideCount) {
        apply(hides[hide], of: hit, scratch: &scratch)
      }
    }
  }

  private func apply(_ hide: HideRecord, of outer: Hit, scratch: inout ClassifierScratch) {
    let end = outer.start &+ hide.end
    var index = Int(scratch.firstHitByEnd[Int(end)])
    while index < scratch.hits.count, scratch.hits[index].end == end {
      if scratch.hits[index].pattern == hide.inner {
        scratch.visible[index] &= hide.visible
        return
      }
      index += 1
    }
  }
}

extension PatternRecord {
  /// The mask of all postings; a pattern has at most 32.
  fileprivate var allPostings: UInt32 { UInt32.max >> UInt32(32 - min(Int(postingCount), 32)) }
}

extension Posting {
  /// True if a hit with this posting makes a shorter hit inside it say nothing about `inner`.
  public func hides(_ inner: Posting) -> Bool {
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
