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
  ]
}

private func automatonMatches(
  _ patterns: [[UInt16]], _ text: [UInt16], _ alphabetSize: Int
) throws -> [Hit] {
  let builder = try AutomatonBuilder(patterns: patterns, alphabetSize: alphabetSize)
  var slots = Buffer<Slot>()
  var failure = Buffer<UInt32>()
  var outputs = Buffer<MatchOutput>()
  var codes = Buffer<UInt16>()
  for slot in builder.slots { slots.append(slot) }
  for state in builder.failure { failure.append(state) }
  for output in builder.outputs { outputs.append(output) }
  for code in text { codes.append(code) }
  let automaton = Automaton(
    slots: slots.table, failure: failure.table, outputs: outputs.table)
  var hits = Buffer<Hit>()
  automaton.scan(codes.table, into: &hits)
  return hits.indices.map { hits[$0] }
}
