import Automaton
import Pack
import TestSupport
import Testing

/// Where the walk could differ from the automaton of record: long texts, large families, long patterns.
@Suite struct WalkTests {
  struct Load: Sendable, CustomTestStringConvertible {
    let name: String
    let letters: UInt16
    let patterns: Int
    let lengths: ClosedRange<Int>
    /// All patterns end with one of these many pairs of letters.
    var endings = 0
    var testDescription: String { name }
  }

  static let loads = [
    Load(name: "pairs", letters: 50, patterns: 800, lengths: 2...2),
    Load(name: "single letters too", letters: 50, patterns: 400, lengths: 1...3),
    Load(name: "two letters, overlapping everywhere", letters: 2, patterns: 200, lengths: 1...9),
    Load(name: "long patterns", letters: 3, patterns: 300, lengths: 10...40),
    Load(
      name: "families of hundreds behind one pair", letters: 900, patterns: 6000, lengths: 3...4,
      endings: 3),
  ]

  @Test(arguments: loads) func findsWhatTheAutomatonFinds(load: Load) throws {
    var random = SeededGenerator(seed: 42)
    let letters = Alphabet.firstLetter..<Alphabet.firstLetter + load.letters
    func letter() -> UInt16 { UInt16.random(in: letters, using: &random) }
    let endings = (0..<load.endings).map { _ in [letter(), letter()] }
    var patterns: Set<[UInt16]> = []
    while patterns.count < load.patterns {
      let length = Int.random(in: load.lengths, using: &random)
      let ending = endings.randomElement(using: &random) ?? []
      patterns.insert((0..<length - ending.count).map { _ in letter() } + ending)
    }
    let sorted = patterns.sorted { $0.lexicographicallyPrecedes($1) }
    let size = Int(letters.upperBound)
    var matches = 0
    for length in [0, 1, 2, 3, 127, 128, 129, 130, 256, 257, 5000] {
      // Pieces of patterns, letters and characters nobody knows.
      var text: [UInt16] = []
      while text.count < length {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: text.append(UInt16.random(in: 0..<Alphabet.firstLetter, using: &random))
        case 1...3: text.append(letter())
        default: text += sorted.randomElement(using: &random)!
        }
      }
      text.removeLast(text.count - length)
      let expected = try Engine.automaton.matches(sorted, text, size)
      #expect(try Engine.walk.matches(sorted, text, size) == expected)
      matches += expected.count
    }
    #expect(matches > 100)
  }

  /// Hits of several texts may stand in one buffer.
  @Test func hitsAreAppended() throws {
    let patterns = PatternList([[4, 5], [5], [3, 4, 5]])
    let builder = try RestartWalkBuilder(patterns: patterns, alphabetSize: 6)
    builder.withWalk { walk in
      var hits = Buffer<Hit>(capacity: 1)
      for _ in 0..<2 { ([3, 4, 5, 0, 5] as [UInt16]).withTable { walk.scan($0, into: &hits) } }
      #expect(hits.indices.map { hits[$0].pattern } == [2, 0, 1, 1, 2, 0, 1, 1])
      #expect(builder.longest == 3)
    }
  }
}
