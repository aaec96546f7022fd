import Automaton
import TestSupport
import Testing

@Suite struct BuilderTests {
  typealias Failure = AutomatonBuilder.Failure

  static let refused: [(patterns: [[UInt16]], failure: Failure)] = [
    ([[5], []], .emptyPattern(1)),
    ([[Alphabet.clauseBreak]], .unmatchableCode(pattern: 0)),
    ([[10]], .unmatchableCode(pattern: 0)),
    ([[5, 6], [7], [5, 6]], .duplicate(0, 2)),
    ([[5, 6, 7, 8, 9], [5, 6, 7, 8, 3], [5, 6, 7, 8, 9]], .duplicate(0, 2)),
  ]

  @Test(arguments: refused)
  func badPatternsAreRefused(patterns: [[UInt16]], failure: Failure) {
    #expect(throws: failure) { try AutomatonBuilder(patterns: patterns, alphabetSize: 10) }
    #expect(throws: failure) {
      try RestartWalkBuilder(patterns: PatternList(patterns), alphabetSize: 10)
    }
  }

  @Test func buildingIsDeterministic() throws {
    let patterns = try Self.randomPatterns(5000, letters: 300, seed: 7)
    let first = try AutomatonBuilder(patterns: patterns, alphabetSize: 303)
    let second = try AutomatonBuilder(patterns: patterns, alphabetSize: 303)
    #expect(first.slots.map(\.bits) == second.slots.map(\.bits))
    #expect(first.failure == second.failure)

    let list = PatternList(patterns)
    let walk = try RestartWalkBuilder(patterns: list, alphabetSize: 303)
    let again = try RestartWalkBuilder(patterns: list, alphabetSize: 303)
    #expect(walk.labels == again.labels && walk.states == again.states)
    #expect(walk.roots == again.roots)
  }

  /// 20,000 patterns, among them families of hundreds: most slots are in use, though such families hardly
  /// fit between others.
  @Test func arraysAreNearlyFull() throws {
    let list = PatternList(try Self.randomPatterns(20_000, letters: 500, seed: 8))
    let walk = try RestartWalkBuilder(patterns: list, alphabetSize: 503)
    let used = walk.labels.count { $0 != 0xFFFF }
    #expect(Double(used) > 0.6 * Double(walk.labels.count))
  }

  @Test func repeatsAreDropped() {
    let list = PatternList([
      [5, 6], [7], [5, 6], [9, 9, 9, 9, 9], [7], [7], [9, 9, 9, 9, 9], [3],
    ])
    let kept = list.withoutRepeats()
    #expect(kept.count == 4)
    #expect((0..<kept.count).map { Array(kept[$0]) } == [[5, 6], [7], [9, 9, 9, 9, 9], [3]])
    #expect(PatternList().withoutRepeats().count == 0)
  }

  /// Different patterns of two to five letters, the first letters far commoner than the last.
  private static func randomPatterns(
    _ count: Int, letters: Int, seed: UInt64
  ) throws -> [[UInt16]] {
    var random = SeededGenerator(seed: seed)
    var patterns: Set<[UInt16]> = []
    while patterns.count < count {
      patterns.insert(
        (0..<Int.random(in: 2...5, using: &random)).map { _ in
          let share = Double.random(in: 0..<1, using: &random)
          return Alphabet.firstLetter + UInt16(share * share * Double(letters))
        })
    }
    return patterns.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
