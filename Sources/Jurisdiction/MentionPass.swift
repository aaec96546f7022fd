import Automaton
import Pack

// First pass: which names and cues the text holds. Overlapping matches of a kind are settled by
// length, the earlier one where they are as long.

extension Gazetteer {
  /// Fills `mentions`, `leads` and `trails`. O(codes + matches).
  func findMentions(in text: borrowing FoldedText, scratch: inout PlaceScratch) {
    matcher.scan(text.codes.table, into: &scratch.hits)
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      let kinds = patterns[Int(hit.pattern)].kinds
      if kinds & PlacePattern.wordOnly != 0 {
        scratch.words.keepLongest(hit)
      } else if isA(hit.pattern, .place) || isA(hit.pattern, .exclusion) {
        scratch.mentions.keepLongest(hit)
      }
    }
    findCues(scratch: &scratch)
    if scratch.words.count > 0 { findProvenWords(in: text, scratch: &scratch) }
  }

  /// Fills `leads` and `trails` with the cues that lie outside the mentions. O(matches).
  func findCues(scratch: inout PlaceScratch) {
    scratch.leads.removeAll()
    scratch.trails.removeAll()
    var next = 0
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      // Mentions lie apart, so only the last that begins before the cue's end can touch it.
      while next < scratch.mentions.count, scratch.mentions[next].start < hit.end { next += 1 }
      if next > 0, scratch.mentions[next - 1].end > hit.start { continue }
      if isA(hit.pattern, .lead) { scratch.leads.keepLongest(hit) }
      if isA(hit.pattern, .trail) { scratch.trails.keepLongest(hit) }
    }
  }
}

extension Buffer<Hit> {
  /// Adds a hit unless it overlaps one as long; removes the shorter ones it overlaps.
  ///
  /// Hits must come ordered by end. Constant time: at most as many hits as the pattern is long
  /// can be overlapped.
  mutating func keepLongest(_ hit: Hit) {
    var kept = count
    while kept > 0, self[kept - 1].end > hit.start {
      let other = self[kept - 1]
      if other.end - other.start >= hit.end - hit.start { return }
      kept -= 1
    }
    removeLast(count - kept)
    append(hit)
  }
}
