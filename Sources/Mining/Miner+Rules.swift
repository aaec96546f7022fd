import Automaton
import Classifier
import Comparison
import Pack
import Routing

extension Miner {
  /// Two concepts in one clause that tell calls which are answered wrongly now.
  ///
  /// Concepts are looked for by their terms alone, so hidden and negated ones count here too; the
  /// trial tells the truth.
  func rules() -> [Proposal] {
    let (pairs, alone) = concepts()
    var found: [Candidate] = []
    var tests = 0
    for (pair, holding) in pairs where holding.count >= options.leastCalls {
      var missed: [MiningClass: Int] = [:]
      for call in holding {
        for kind in kinds(of: corpus.labels[call]) where corpus.isMissed(call, kind) {
          missed[kind, default: 0] += 1
        }
      }
      for (kind, missed) in missed {
        guard let size = classes[kind] else { continue }
        tests += 1
        let evidence = corpus.evidence(holding, kind, of: size)
        let best = max(precision(alone[pair.first]!, kind), precision(alone[pair.second]!, kind))
        guard evidence.both >= options.leastCalls, evidence.isPositive,
          evidence.precision >= options.leastPrecision, evidence.precision > best,
          corpus.handCount(holding.filter { kind.holds(corpus.labels[$0]) }) >= options.leastHands,
          !known.hasRule(from: [pair.first, pair.second], for: kind)
        else { continue }
        found.append(
          Candidate(
            kind: kind, texts: [pair.first, pair.second], evidence: evidence, calls: holding,
            hits: holding.count, missed: missed))
      }
    }
    return discoveries(found, tests: tests).map { candidate, q in
      let isDanger = candidate.kind == .urgent
      return Proposal(
        table: .rules, target: target(candidate.kind, calls: candidate.calls),
        weight: isDanger ? 0.5 : candidate.evidence.precision >= 0.9 ? 2 : 1,
        texts: candidate.texts, evidence: candidate.evidence, q: q, calls: candidate.calls,
        hits: candidate.hits)
    }
  }

  private struct Pair: Hashable {
    var first: String
    var second: String
  }

  private func precision(_ holding: [Int], _ kind: MiningClass) -> Double {
    Double(holding.count { kind.holds(corpus.labels[$0]) }) / Double(holding.count)
  }

  /// The terms of all concepts, and what each stands for. A concept that a number may stand for is
  /// left out: its calls can't be told by its terms.
  private func conceptTerms() -> (terms: [String], meanings: [[String]]) {
    let lexicon = corpus.router.lexicon
    let numbers = try? corpus.router.image.table(.numbers, of: NumberRecord.self)
    let counted = Set(numbers.map { table in table.indices.map { table[$0].concept } } ?? [])
    var terms: [String] = []
    var meanings: [[String]] = []
    for index in lexicon.patterns.indices {
      let record = lexicon.patterns[index]
      let first = Int(record.firstPosting)
      let concepts = (first..<first + Int(record.postingCount)).map { lexicon.postings[$0] }
        .filter { $0.kind == .concept && !counted.contains($0.target) }
        .map { lexicon.strings[lexicon.concepts[Int($0.target)].id] }
      if concepts.isEmpty { continue }
      terms.append(lexicon.strings[record.text])
      meanings.append(concepts)
    }
    return (terms, meanings)
  }

  /// Calls by the pairs of concepts that share a clause, and by single concepts.
  private func concepts() -> (pairs: [Pair: [Int]], alone: [String: [Int]]) {
    let (terms, meanings) = conceptTerms()
    let alphabet = corpus.router.alphabet
    let finder = TextFinder(terms, alphabet: alphabet)
    let calls = corpus.calls
    let found = inParallel(calls.indices.count) { part in
      var text = FoldedText()
      return part.map { call in
        unsafe calls.withText(of: call) { unsafe alphabet.encode($0, into: &text) }
        var clauses: [Int: Set<String>] = [:]
        for match in finder.matches(in: text) {
          clauses[text.clause(of: match.codes.upperBound), default: []]
            .formUnion(meanings[match.text])
        }
        return Array(clauses.values)
      }
    }
    var pairs: [Pair: [Int]] = [:]
    var alone: [String: [Int]] = [:]
    for (call, clauses) in found.enumerated() {
      var seen: Set<Pair> = []
      for concept in clauses.reduce(into: Set<String>(), { $0.formUnion($1) }) {
        alone[concept, default: []].append(call)
      }
      for clause in clauses {
        let concepts = clause.sorted()
        for (index, first) in concepts.enumerated() {
          for second in concepts[(index + 1)...]
          where seen.insert(Pair(first: first, second: second)).inserted {
            pairs[Pair(first: first, second: second), default: []].append(call)
          }
        }
      }
    }
    return (pairs, alone)
  }
}

extension FoldedText {
  /// The clause that the code before `end` stands in.
  fileprivate func clause(of end: Int) -> Int {
    breaks.indices.count { Int(breaks[$0].position) < end }
  }
}
