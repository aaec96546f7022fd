import Automaton
import Pack
import Testing

/// A way to find all matches. Each engine is run over every case.
struct Engine: Sendable, CustomTestStringConvertible {
  let name: String
  let matches:
    @Sendable (_ patterns: [[UInt16]], _ text: [UInt16], _ alphabetSize: Int) throws -> [Hit]

  var testDescription: String { name }

  static let all: [Engine] = [
    Engine(name: "reference") { patterns, text, _ in referenceMatches(of: patterns, in: text) },
    Engine(name: "Aho-Corasick", matches: automatonMatches),
    Engine(name: "restart walk", matches: walkMatches),
  ]

  /// All but the reference.
  static let fast = Array(all.dropFirst())
}

private func automatonMatches(
  _ patterns: [[UInt16]], _ text: [UInt16], _ alphabetSize: Int
) throws -> [Hit] {
  try AutomatonBuilder(patterns: patterns, alphabetSize: alphabetSize).withAutomaton { automaton in
    var hits = Buffer<Hit>()
    text.withTable { automaton.scan($0, into: &hits) }
    return hits.indices.map { hits[$0] }
  }
}

private func walkMatches(
  _ patterns: [[UInt16]], _ text: [UInt16], _ alphabetSize: Int
) throws -> [Hit] {
  try RestartWalkBuilder(patterns: PatternList(patterns), alphabetSize: alphabetSize)
    .withWalk { walk in
      var hits = Buffer<Hit>(capacity: 1)
      text.withTable { walk.scan($0, into: &hits) }
      return hits.indices.map { hits[$0] }
    }
}
