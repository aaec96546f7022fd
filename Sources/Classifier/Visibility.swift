import Automaton
import Pack

extension Lexicon {
  /// Works out which postings of each hit count, as a bit mask over the pattern's postings.
  ///
  /// A posting is hidden where a longer hit around it speaks of the same target, or is an
  /// exclusion that shields against it; a cue is hidden inside any term, exclusion or longer cue.
  /// O(hits + what they hide × hits inside).
  func findVisible(scratch: inout ClassifierScratch) {
    scratch.visible.removeAll()
    var kinds: UInt16 = 0
    var hideCount: UInt32 = 0
    for index in scratch.hits.indices {
      let pattern = patterns[Int(scratch.hits[index].pattern)]
      kinds |= pattern.kinds
      hideCount |= pattern.hideCount
      scratch.visible.append(pattern.allPostings)
    }
    scratch.hitKinds = kinds
    if hideCount == 0 { return }
    for index in scratch.hits.indices {
      let pattern = patterns[Int(scratch.hits[index].pattern)]
      let first = Int(pattern.firstHide)
      for place in first..<first + Int(pattern.hideCount) {
        hide(hides[place], inside: index, scratch: &scratch)
      }
    }
  }

  /// Hits are ordered by end, the longest first where several end together: what lies inside a hit
  /// stands before it, or behind it with the same end.
  @inline(__always)
  private func hide(_ hide: HideRecord, inside outer: Int, scratch: inout ClassifierScratch) {
    let end = scratch.hits[outer].start &+ hide.end
    var index = outer
    if end == scratch.hits[outer].end {
      repeat {
        index += 1
        if index == scratch.hits.count || scratch.hits[index].end != end { return }
      } while scratch.hits[index].pattern != hide.inner
    } else {
      repeat {
        index -= 1
        if index < 0 || scratch.hits[index].end < end { return }
      } while scratch.hits[index].end != end || scratch.hits[index].pattern != hide.inner
    }
    scratch.visible[index] &= hide.visible
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
