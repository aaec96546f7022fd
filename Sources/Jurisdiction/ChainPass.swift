import Automaton
import Pack

// Second pass: names that stand together are one address (a chain), and the cues around an address
// speak of all of it.

/// An address: consecutive mentions, and the cues that reach them.
struct Chain {
  /// Indices of the mentions.
  var mentions: Range<Int>
  /// Indices of the cues before it.
  var leads: Range<Int>
  /// Indices of the cues after it.
  var trails: Range<Int>
  /// It stands alone at the end of a sentence: “喝醉了打人，南阳。” A linking word may follow
  /// places of the own county: “全是他亲戚，麻柳的。”
  var isLastWord: Bool
  var isLastButLink: Bool
  /// A clause ends behind it, or behind a linking word after it.
  var isClauseEnd: Bool
  /// The whole text.
  var codes: Table<UInt16>
}

extension Gazetteer {
  /// Walks the addresses of the text in order. O(codes).
  func findChains(in text: borrowing FoldedText, scratch: inout PlaceScratch) {
    let codes = text.codes.table
    var leadEnd = 0
    var trailStart = 0
    var linkStart = 0
    var index = 0
    var previousEnd = 0
    while index < scratch.mentions.count {
      let first = scratch.mentions[index]
      if isA(first.pattern, .exclusion) {
        previousEnd = Int(first.end)
        index += 1
        continue
      }
      var last = first
      var after = index + 1
      while after < scratch.mentions.count, !isA(scratch.mentions[after].pattern, .exclusion),
        isLinked(last, scratch.mentions[after], &linkStart, scratch.trails.table)
      {
        last = scratch.mentions[after]
        after += 1
      }

      let start = Int(first.start)
      let floor = lowerReach(of: start, after: previousEnd, codes)
      while leadEnd < scratch.leads.count, scratch.leads[leadEnd].end <= first.start {
        leadEnd += 1
      }
      var leadStart = leadEnd
      while leadStart > 0, Int(scratch.leads[leadStart - 1].start) >= floor { leadStart -= 1 }

      let end = Int(last.end)
      let nextStart =
        after < scratch.mentions.count ? Int(scratch.mentions[after].start) : codes.count
      let ceiling = upperReach(of: end, before: nextStart, codes)
      while trailStart < scratch.trails.count, Int(scratch.trails[trailStart].start) < end {
        trailStart += 1
      }
      var trailEnd = trailStart
      while trailEnd < scratch.trails.count, Int(scratch.trails[trailEnd].end) <= ceiling {
        trailEnd += 1
      }
      let isLastWord = isLastWord(start..<end, codes)
      let isLastButLink = isLastWord || isLastButLink(start..<end, codes, scratch.trails.table)
      weigh(
        Chain(
          mentions: index..<after, leads: leadStart..<leadEnd, trails: trailStart..<trailEnd,
          isLastWord: isLastWord, isLastButLink: isLastButLink,
          isClauseEnd: endsClause(end, codes, scratch.trails.table), codes: codes),
        scratch: &scratch)
      previousEnd = end
      index = after
    }
  }

  /// True if two names stand side by side, or with nothing but a linking word between.
  private func isLinked(
    _ left: Hit, _ right: Hit, _ cursor: inout Int, _ trails: Table<Hit>
  ) -> Bool {
    if left.end == right.start { return true }
    while cursor < trails.count, trails[cursor].start < left.end { cursor += 1 }
    guard cursor < trails.count, trails[cursor].start == left.end,
      trails[cursor].end == right.start
    else { return false }
    let forms = forms(of: trails[cursor].pattern)
    return forms.indices.contains {
      forms[$0].kind == .trail && cues[Int(forms[$0].target)].effect == .link
    }
  }

  /// First code that a cue before `start` may cover: within its clause, behind the previous name.
  private func lowerReach(of start: Int, after previousEnd: Int, _ codes: Table<UInt16>) -> Int {
    // Reach counts the codes between; the cue itself may be as long as a reach again.
    let floor = max(previousEnd, start - 2 * Int(settings.longestReach))
    var index = start
    while index > floor, !isBreak(codes[index - 1]) { index -= 1 }
    return index
  }

  private func upperReach(of end: Int, before nextStart: Int, _ codes: Table<UInt16>) -> Int {
    let ceiling = min(nextStart, end + 2 * Int(settings.longestReach))
    var index = end
    while index < ceiling, !isBreak(codes[index]) { index += 1 }
    return index
  }

  /// True if a stretch is all there is between a break and the end of a sentence.
  func isLastWord(_ stretch: Range<Int>, _ codes: Table<UInt16>) -> Bool {
    beginsClause(stretch, codes) && isEnd(stretch.upperBound, codes)
  }

  /// The same where a linking word follows.
  func isLastButLink(_ stretch: Range<Int>, _ codes: Table<UInt16>, _ trails: Table<Hit>) -> Bool {
    beginsClause(stretch, codes)
      && endOfLink(stretch.upperBound, trails).map { isEnd($0, codes) } ?? false
  }

  /// True if a clause ends at `index`, or behind a linking word there.
  func endsClause(_ index: Int, _ codes: Table<UInt16>, _ trails: Table<Hit>) -> Bool {
    let end = endOfLink(index, trails) ?? index
    return end == codes.count || isBreak(codes[end])
  }

  /// Where a linking word that starts at `index` ends.
  private func endOfLink(_ index: Int, _ trails: Table<Hit>) -> Int? {
    guard let trail = trails.first(from: index), trail.start == index else { return nil }
    let forms = forms(of: trail.pattern)
    let links = forms.indices.contains {
      forms[$0].kind == .trail && cues[Int(forms[$0].target)].effect == .link
    }
    return links ? Int(trail.end) : nil
  }

  private func beginsClause(_ stretch: Range<Int>, _ codes: Table<UInt16>) -> Bool {
    stretch.lowerBound == 0 || isBreak(codes[stretch.lowerBound - 1])
  }

  /// True if a sentence ends before `index`.
  func isEnd(_ index: Int, _ codes: Table<UInt16>) -> Bool {
    index == codes.count || codes[index] == Alphabet.sentenceBreak
  }

  func isBreak(_ code: UInt16) -> Bool {
    code == Alphabet.clauseBreak || code == Alphabet.sentenceBreak
  }
}
