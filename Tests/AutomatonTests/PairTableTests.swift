import Automaton
import Pack
import TestSupport
import Testing

/// A table of pairs, chosen where no pattern is longer, finds what the automaton finds.
@Suite struct PairTableTests {
  @Test(arguments: [
    (letters: 2, patterns: 6), (letters: 50, patterns: 800), (letters: 900, patterns: 20_000),
    (letters: 5, patterns: 1), (letters: 5, patterns: 0),
  ])
  func findsWhatTheAutomatonFinds(letters: UInt16, count: Int) throws {
    var random = SeededGenerator(seed: 42)
    let alphabet = Alphabet.firstLetter..<Alphabet.firstLetter + letters
    let size = Int(alphabet.upperBound)
    func letter() -> UInt16 { UInt16.random(in: alphabet, using: &random) }
    var patterns: Set<[UInt16]> = []
    while patterns.count < count {
      patterns.insert((0..<Int.random(in: 1...2, using: &random)).map { _ in letter() })
    }
    let sorted = patterns.sorted { $0.lexicographicallyPrecedes($1) }
    for length in [0, 1, 2, 127, 128, 129, 257, 5000] {
      // Letters, and now and then a character nobody knows.
      let text = (0..<length).map { _ in
        Int.random(in: 0..<10, using: &random) == 0
          ? UInt16.random(in: 0..<Alphabet.firstLetter, using: &random) : letter()
      }
      let expected = try Engine.automaton.matches(sorted, text, size)
      #expect(try Engine.chosen.matches(sorted, text, size) == expected)
    }
  }

  @Test("two texts, one list of hits") func hitsAreAppended() throws {
    let builder = try PairTableBuilder(patterns: PatternList([[4, 5], [5]]), alphabetSize: 6)
    builder.withPairs { pairs in
      var hits = Buffer<Hit>(capacity: 1)
      for _ in 0..<2 { ([3, 4, 5, 0, 5] as [UInt16]).withTable { pairs.scan($0, into: &hits) } }
      #expect(hits.indices.map { hits[$0].pattern } == [0, 1, 1, 0, 1, 1])
    }
  }

  /// Which matcher a set of patterns gets is a matter of its lengths.
  @Test(arguments: [(longest: 2, name: "pairs"), (3, "walk"), (32, "walk"), (33, "automaton")])
  func theLongestPatternChooses(longest: Int, name: String) throws {
    let patterns = PatternList([[4], Array(repeating: 5, count: longest)])
    let chosen =
      switch try MatcherBuilder(patterns: patterns, alphabetSize: 6) {
      case .pairs: "pairs"
      case .walk: "walk"
      case .automaton: "automaton"
      }
    #expect(chosen == name)
  }
}
