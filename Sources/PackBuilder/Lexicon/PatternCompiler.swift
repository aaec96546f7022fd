import Automaton
import Classifier
import Pack

/// Sections that were made side by side with others, and what was noticed on the way.
struct ArrangedSections: Sendable {
  var tables = SectionTables()
  var diagnostics = Diagnostics()
}

/// The patterns of a lexicon, all but their texts.
struct ArrangedPatterns: Sendable {
  typealias Record = (text: String, record: PatternRecord)

  var sections = ArrangedSections()
  var records: [Record] = []
}

extension LexiconSource {
  /// The patterns, their postings, what they hide inside each other, and the matcher.
  func arrangedPatterns(_ alphabet: AlphabetCompiler) -> ArrangedPatterns {
    var arranged = ArrangedPatterns()
    let sorted = patterns.sorted
    let codes = sorted.map { alphabet.encode($0.folded) }
    let postings = sorted.map { entry in
      entry.postings.count == 1
        ? entry.postings
        : entry.postings.sorted {
          ($0.kind.rawValue, $0.limit.rawValue, $0.target)
            < ($1.kind.rawValue, $1.limit.rawValue, $1.target)
        }
    }
    let matcher: MatcherBuilder
    do {
      matcher = try MatcherBuilder(
        patterns: PatternList(codes), alphabetSize: alphabet.size)
    } catch {
      arranged.sections.diagnostics.error(file: "base/terms", "词表无法编译：\(error)")
      return arranged
    }
    let hidden = matcher.withMatcher { matcher in
      var hits = Buffer<Hit>()
      return codes.indices.map {
        Self.hidden(inside: $0, codes: codes, postings: postings, matcher, &hits)
      }
    }
    var firstPosting = 0
    var firstHide = 0
    for index in sorted.indices {
      let record = PatternRecord(
        text: .empty, firstPosting: UInt32(firstPosting),
        postingCount: UInt16(postings[index].count),
        kinds: postings[index].reduce(0) { $0 | 1 << UInt16($1.kind.rawValue) },
        firstHide: UInt32(firstHide), hideCount: UInt32(hidden[index].count))
      arranged.records.append((sorted[index].text, record))
      firstPosting += postings[index].count
      firstHide += hidden[index].count
    }
    arranged.sections.tables.add(.postings, Array(postings.joined()))
    arranged.sections.tables.add(.hides, Array(hidden.joined()))
    arranged.sections.tables.add(matcher, as: .terms)
    return arranged
  }

  /// The shorter patterns inside a pattern that lose postings there.
  private static func hidden(
    inside outer: Int, codes: [[UInt16]], postings: [[Posting]], _ matcher: Matcher,
    _ hits: inout Buffer<Hit>
  ) -> [HideRecord] {
    hits.removeAll()
    codes[outer].withTable { matcher.scan($0, into: &hits) }
    return hits.indices.compactMap { index in
      let hit = hits[index]
      let inner = Int(hit.pattern)
      guard inner != outer else { return nil }
      var visible = UInt32.max
      for (bit, posting) in postings[inner].prefix(32).enumerated()
      where postings[outer].contains(where: { $0.hides(posting) }) {
        visible &= ~(1 << UInt32(bit))
      }
      return visible == .max ? nil : HideRecord(inner: hit.pattern, end: hit.end, visible: visible)
    }
  }
}
