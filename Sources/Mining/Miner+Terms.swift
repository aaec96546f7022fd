import Comparison

extension Miner {
  /// Sequences of characters that occur in calls of one kind more often than chance has it.
  func terms() -> [Proposal] {
    let grams = Grams(corpus.texts, least: options.leastCalls)
    var found: [Candidate] = []
    var tests = 0
    for gram in grams.all {
      var counts: [MiningClass: Int] = [:]
      for call in gram.calls {
        for kind in kinds(of: corpus.labels[call]) { counts[kind, default: 0] += 1 }
      }
      for (kind, both) in counts where both >= options.leastCalls {
        guard let size = classes[kind] else { continue }
        tests += 1
        let evidence = Contingency(
          both: both, holding: gram.calls.count, kind: size, all: corpus.count)
        guard evidence.isPositive, evidence.precision >= options.leastPrecision else { continue }
        let ofKind = gram.calls.filter { kind.holds(corpus.labels[$0]) }
        let missed = gram.calls.count { corpus.isMissed($0, kind) }
        guard missed > 0 || !options.errorsOnly,
          corpus.handCount(ofKind) >= options.leastHands,
          !known.hasTerm(in: gram.units, for: kind), !places.occur(in: gram.units)
        else { continue }
        found.append(
          Candidate(
            kind: kind, texts: [gram.units.string], evidence: evidence, calls: gram.calls,
            hits: gram.hits, missed: missed))
      }
    }
    return withoutParts(discoveries(found, tests: tests)).map { candidate, q in
      Proposal(
        table: .terms, target: target(candidate.kind, calls: candidate.calls),
        weight: weight(candidate), texts: candidate.texts, evidence: candidate.evidence, q: q,
        calls: candidate.calls, hits: candidate.hits)
    }
  }

  func kinds(of label: CallLabel) -> [MiningClass] {
    Set(label.categories).map { .category($0) } + (label.urgent ? [.urgent] : [])
  }

  /// Keeps the best of those of which one is part of the other, for each kind.
  private func withoutParts(
    _ found: [(candidate: Candidate, q: Double)]
  ) -> [(candidate: Candidate, q: Double)] {
    var kept: [MiningClass: [String]] = [:]
    return found.filter { candidate, _ in
      let text = candidate.texts[0]
      if kept[candidate.kind, default: []].contains(where: {
        $0.contains(text) || text.contains($0)
      }) {
        return false
      }
      kept[candidate.kind, default: []].append(text)
      return true
    }
  }

  /// On the scale of `lexicons/README.md`, by how sure the term is of its kind; never 4, which is
  /// for people to give.
  private func weight(_ candidate: Candidate) -> Double {
    let precision = candidate.evidence.precision
    if case .urgent = candidate.kind { return precision >= 0.95 ? 1 : 0.5 }
    if precision >= 0.95, candidate.evidence.both >= 5 { return 3 }
    return precision >= 0.8 ? 2 : 1
  }
}
