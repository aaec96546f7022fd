import Classifier
import Comparison
import Pack
import Routing

extension Miner {
  /// Longer words around a term that fires wrongly: false friends.
  ///
  /// Looked for around the terms that speak for a wrong answer; a false friend must occur in calls
  /// of another kind only.
  func exclusions() -> [Proposal] {
    var found: [Candidate] = []
    var tests = 0
    for suspect in suspects() {
      let term = Array(fold(suspect.term).utf16)
      // What is a danger word too is not shielded for a category's sake.
      if suspect.kind != .urgent, known.hasTerm(in: term, whole: true, for: .urgent) { continue }
      var holding: [Int] = []
      var windows: [[UInt16]: (calls: [Int], hits: Int)] = [:]
      for call in corpus.texts.indices {
        let starts = corpus.texts[call].positions(of: term)
        if starts.isEmpty { continue }
        holding.append(call)
        for window in starts.flatMap({ corpus.texts[call].windows(around: $0, term.count) }) {
          windows[window, default: ([], 0)].hits += 1
          if windows[window]!.calls.last != call { windows[window]!.calls.append(call) }
        }
      }
      let others = holding.count { !suspect.kind.holds(corpus.labels[$0]) }
      for (text, seen) in windows where seen.calls.count >= options.leastCalls {
        tests += 1
        let evidence = Contingency(
          both: seen.calls.count { !suspect.kind.holds(corpus.labels[$0]) },
          holding: seen.calls.count, kind: others, all: holding.count)
        guard evidence.both == evidence.holding, evidence.isPositive,
          corpus.handCount(seen.calls) >= options.leastHands,
          !known.hasExclusion(text), !known.hasTerm(in: text, whole: true, for: suspect.kind),
          !places.occur(in: text)
        else { continue }
        let wrong = seen.calls.count { suspect.calls.contains($0) }
        guard wrong > 0 else { continue }
        found.append(
          Candidate(
            kind: suspect.kind, texts: [text.string], inner: suspect.term, evidence: evidence,
            calls: seen.calls, hits: seen.hits, missed: wrong))
      }
    }
    var kept: [MiningClass: [String]] = [:]
    return discoveries(found, tests: tests).compactMap { candidate, q in
      let text = candidate.texts[0]
      if kept[candidate.kind, default: []].contains(where: {
        $0.contains(text) || text.contains($0)
      }) {
        return nil
      }
      kept[candidate.kind, default: []].append(text)
      return Proposal(
        table: .exclusions, target: limit(candidate), weight: 0, texts: candidate.texts,
        inner: candidate.inner, evidence: candidate.evidence, q: q, calls: candidate.calls,
        hits: candidate.hits)
    }
  }

  /// A term that speaks for a wrong answer, with the calls in which it does.
  private struct Suspect {
    var kind: MiningClass
    var term: String
    var calls: Set<Int>
  }

  private func suspects() -> [Suspect] {
    let router = corpus.router
    let lexicon = router.lexicon
    var scratch = router.makeScratch()
    var calls: [MiningClass: [String: Set<Int>]] = [:]
    for call in corpus.calls.indices where corpus.isWrong(call) {
      let label = corpus.labels[call]
      unsafe corpus.calls.withText(of: call) { text in
        unsafe router.route(utf8: text, scratch: &scratch) { view in
          for index in view.contributions.indices {
            let piece = view.contributions[index]
            guard piece.origin == .term, piece.effect > 0 else { continue }
            let kind: MiningClass
            switch piece.kind {
            case .category where Int(piece.target) == view.verdict.category:
              kind = .category(lexicon.strings[lexicon.categories[Int(piece.target)].id])
            case .danger where view.urgent: kind = .urgent
            default: continue
            }
            guard classes[kind] != nil, !kind.holds(label) else { continue }
            let term = lexicon.strings[lexicon.patterns[Int(piece.source)].text]
            calls[kind, default: [:]][term, default: []].insert(call)
          }
        }
      }
    }
    return calls.flatMap { kind, terms in
      terms.map { Suspect(kind: kind, term: $0.key, calls: $0.value) }
    }.sorted { ($0.term, "\($0.kind)") < ($1.term, "\($1.kind)") }
  }

  /// The danger whose term is shielded, or the category.
  private func limit(_ candidate: Candidate) -> MiningTarget {
    guard case .urgent = candidate.kind, let inner = candidate.inner else {
      return target(candidate.kind, calls: [])
    }
    let lexicon = corpus.router.lexicon
    for index in lexicon.patterns.indices {
      let record = lexicon.patterns[index]
      guard lexicon.strings[record.text] == inner else { continue }
      for posting in Int(record.firstPosting)..<Int(record.firstPosting) + Int(record.postingCount)
      where lexicon.postings[posting].kind == .danger {
        let danger = lexicon.dangers[Int(lexicon.postings[posting].target)]
        return .danger(lexicon.strings[danger.id])
      }
    }
    return target(candidate.kind, calls: [])
  }
}

extension [UInt16] {
  /// Where a sequence begins.
  fileprivate func positions(of part: [UInt16]) -> [Int] {
    guard let first = part.first, part.count <= count else { return [] }
    return (0...(count - part.count)).filter { start in
      self[start] == first && part.indices.allSatisfy { self[start + $0] == part[$0] }
    }
  }

  /// Longer sequences around one, by one to three characters, that span no 0.
  fileprivate func windows(around start: Int, _ length: Int) -> [[UInt16]] {
    var windows: [[UInt16]] = []
    for before in 0...3 {
      let from = start - before
      guard from >= 0, before == 0 || self[from] != 0 else { break }
      for after in 0...(3 - before) where before + after > 0 {
        let to = start + length + after
        guard to <= count, after == 0 || self[to - 1] != 0 else { break }
        windows.append(Array(self[from..<to]))
      }
    }
    return windows
  }
}
