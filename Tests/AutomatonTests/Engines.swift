import Automaton
import Pack
import Testing

/// A way to find all matches. Each engine is run over every case.
struct Engine: Sendable, CustomTestStringConvertible {
  let name: String
  let matches:
    @Sendable (_ patterns: [[UInt16]], _ text: [UInt16], _ alphabetSize: Int) throws -> [Hit]

  var testDescription: String { name }

  static let reference = Engine(name: "reference") { patterns, text, _ in
    referenceMatches(of: patterns, in: text)
  }

  static let automaton = Engine(name: "Aho-Corasick") { patterns, text, size in
    try AutomatonBuilder(patterns: patterns, alphabetSize: size)
      .withAutomaton { hits(of: .automaton($0), in: text) }
  }

  static let walk = Engine(name: "restart walk") { patterns, text, size in
    try RestartWalkBuilder(patterns: PatternList(patterns), alphabetSize: size)
      .withWalk { hits(of: .walk($0), in: text) }
  }

  /// Whichever a pack would get: pairs where no pattern is longer than two codes.
  static let chosen = Engine(name: "as chosen") { patterns, text, size in
    try MatcherBuilder(patterns: PatternList(patterns), alphabetSize: size)
      .withMatcher { hits(of: $0, in: text) }
  }

  /// All but the reference.
  static let fast = [automaton, walk, chosen]
  static let all = [reference] + fast

  private static func hits(of matcher: Matcher, in text: [UInt16]) -> [Hit] {
    var hits = Buffer<Hit>(capacity: 1)
    text.withTable { matcher.scan($0, into: &hits) }
    return hits.indices.map { hits[$0] }
  }
}
