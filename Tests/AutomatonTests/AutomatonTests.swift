import Automaton
import TestSupport
import Testing

/// A case of the named table: letters stand for codes, `.` for a character nobody knows,
/// `,` for punctuation.
struct SearchCase: Sendable, CustomTestStringConvertible {
  let name: String
  let patterns: [String]
  let text: String
  /// Pattern index and first code of each match, in the order of a scan.
  let expected: [(pattern: Int, start: Int)]

  var testDescription: String { name }

  static let all = [
    SearchCase(name: "no patterns", patterns: [], text: "abc", expected: []),
    SearchCase(name: "empty text", patterns: ["a"], text: "", expected: []),
    SearchCase(name: "one code", patterns: ["a"], text: "a", expected: [(0, 0)]),
    SearchCase(name: "at the start", patterns: ["ab"], text: "abc", expected: [(0, 0)]),
    SearchCase(name: "at the end", patterns: ["bc"], text: "abc", expected: [(0, 1)]),
    SearchCase(name: "repeated", patterns: ["a"], text: "aaa", expected: [(0, 0), (0, 1), (0, 2)]),
    SearchCase(name: "overlaps itself", patterns: ["aa"], text: "aaa", expected: [(0, 0), (0, 1)]),
    SearchCase(
      name: "one inside another", patterns: ["abcd", "bc"], text: "abcd",
      expected: [(1, 1), (0, 0)]),
    SearchCase(
      name: "suffixes, longest first", patterns: ["c", "bc", "abc"], text: "abc",
      expected: [(2, 0), (1, 1), (0, 2)]),
    SearchCase(
      name: "prefixes", patterns: ["a", "ab", "abc"], text: "abc",
      expected: [(0, 0), (1, 0), (2, 0)]),
    SearchCase(
      name: "failure to a middle state", patterns: ["abcx", "bcd"], text: "abcd",
      expected: [(1, 1)]),
    SearchCase(
      name: "failure chain of several steps", patterns: ["aaab", "ab"], text: "aaaab",
      expected: [(0, 1), (1, 3)]),
    SearchCase(
      name: "a shorter pattern found while a longer fails", patterns: ["abab", "ba"], text: "abac",
      expected: [(1, 1)]),
    SearchCase(name: "unknown character breaks", patterns: ["ab"], text: "a.b", expected: []),
    SearchCase(name: "punctuation breaks", patterns: ["ab"], text: "a,b", expected: []),
    SearchCase(
      name: "goes on after a break", patterns: ["ab"], text: "a,ab.ab", expected: [(0, 2), (0, 5)]),
    SearchCase(
      name: "siblings with distant codes", patterns: ["az", "ab", "zz"], text: "azzab",
      expected: [(0, 0), (2, 1), (1, 3)]),
  ]

  static func codes(_ text: String) -> [UInt16] {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "."): Alphabet.other
      case UInt8(ascii: ","): Alphabet.clauseBreak
      default: Alphabet.firstLetter + UInt16(byte - UInt8(ascii: "a"))
      }
    }
  }

  static let alphabetSize = Int(Alphabet.firstLetter) + 26
}

@Suite struct AutomatonTests {
  @Test(arguments: Engine.all, SearchCase.all)
  func everyEngineFindsTheSame(engine: Engine, search: SearchCase) throws {
    let patterns = search.patterns.map(SearchCase.codes)
    let hits = try engine.matches(
      patterns, SearchCase.codes(search.text), SearchCase.alphabetSize)
    #expect(
      hits.map { [Int($0.pattern), Int($0.start)] }
        == search.expected.map { [$0.pattern, $0.start] })
    for hit in hits {
      #expect(Int(hit.end - hit.start) == patterns[Int(hit.pattern)].count)
    }
  }

  /// 100,000 random pattern sets and texts over small alphabets, where overlaps abound.
  @Test(arguments: Engine.fast) func agreesWithTheReference(engine: Engine) throws {
    var random = SeededGenerator(seed: 110)
    for round in 0..<100_000 {
      let letters = UInt16.random(in: 1...4, using: &random)
      func word(_ lengths: ClosedRange<Int>, floor: UInt16) -> [UInt16] {
        (0..<Int.random(in: lengths, using: &random)).map { _ in
          UInt16.random(in: floor..<Alphabet.firstLetter + letters, using: &random)
        }
      }
      var patterns: [[UInt16]] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let pattern = word(1...5, floor: Alphabet.firstLetter)
        if !patterns.contains(pattern) { patterns.append(pattern) }
      }
      let text = word(0...24, floor: 0)
      let found = try engine.matches(patterns, text, Int(Alphabet.firstLetter + letters))
      let expected = referenceMatches(of: patterns, in: text)
      guard found == expected else {
        Issue.record("round \(round): \(patterns) in \(text): \(found), not \(expected)")
        return
      }
    }
  }

  @Test(arguments: Engine.fast) func aLargeSetAgreesWithTheReference(engine: Engine) throws {
    var random = SeededGenerator(seed: 12345)
    var patterns: Set<[UInt16]> = []
    while patterns.count < 2000 {
      patterns.insert(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          UInt16.random(in: Alphabet.firstLetter..<400, using: &random)
        })
    }
    let sorted = patterns.sorted { $0.lexicographicallyPrecedes($1) }
    let text = (0..<500).map { _ in UInt16.random(in: 0..<400, using: &random) }
    #expect(try engine.matches(sorted, text, 400) == referenceMatches(of: sorted, in: text))
  }
}
