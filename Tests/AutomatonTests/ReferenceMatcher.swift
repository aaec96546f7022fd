import Automaton

/// The slow, obvious way: every pattern at every place.
func referenceMatches(of patterns: [[UInt16]], in text: [UInt16]) -> [Hit] {
  var hits: [Hit] = []
  for end in 0...text.count {
    for (index, pattern) in patterns.enumerated() where pattern.count <= end {
      let start = end - pattern.count
      if Array(text[start..<end]) == pattern {
        hits.append(Hit(start: UInt32(start), end: UInt32(end), pattern: UInt32(index)))
      }
    }
  }
  // By end, longest first.
  return hits.sorted { ($0.end, $0.start, $0.pattern) < ($1.end, $1.start, $1.pattern) }
}
