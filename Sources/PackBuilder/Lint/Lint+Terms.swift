import Classifier

// Terms, concepts and exclusions that never count.

extension Lint {
  /// How many terms each concept has.
  var termCounts: [Int] {
    var counts = [Int](repeating: 0, count: lexicon.vocabulary.concepts.count)
    for pattern in lexicon.patterns.patterns {
      for posting in pattern.postings where posting.kind == .concept {
        counts[Int(posting.target)] += 1
      }
    }
    return counts
  }

  /// Which concepts can be in a text at all: by terms, a pack's own too, or by numbers.
  var filledConcepts: [Bool] {
    var filled = termCounts.map { $0 > 0 }
    for number in lexicon.numbers { filled[Int(number.concept)] = true }
    for id in shared.filledConcepts {
      if let index = lexicon.vocabulary.concepts[id] { filled[Int(index)] = true }
    }
    return filled
  }

  /// Terms that add nothing: without weight, or for a side of the line that no category is on.
  mutating func lintWeights() {
    let sides = Set(lexicon.sides).union([.police, .nonPolice])
    for pattern in lexicon.patterns.patterns {
      for (posting, place) in zip(pattern.postings, pattern.places) {
        switch posting.kind {
        case .side where !sides.contains(Policing.allCases[Int(posting.target)]):
          let side = written(.side, posting.target)
          warning(
            .deadTerm, place.row, "没有类别属于“\(side)”，“\(pattern.text)”不起作用；请删去或改 target")
        case .category, .danger, .intent, .side:
          if posting.weight == 0 {
            warning(
              .deadTerm, place.row, "“\(pattern.text)”的 weight 是 0，不起作用；请写上权重或删去这一行")
          }
        default: break
        }
      }
    }
  }

  /// Concepts that nothing asks for: their terms never count.
  mutating func lintConcepts() {
    var asked = [Bool](repeating: false, count: lexicon.vocabulary.concepts.count)
    func ask(_ concept: UInt16) { if concept != noIndex { asked[Int(concept)] = true } }
    for rule in lexicon.rules { (rule.all + rule.any + rule.none).forEach(ask) }
    for fact in lexicon.facts { [fact.word, fact.measure].forEach(ask) }
    for presumption in lexicon.presumptions { ask(presumption.unless) }
    for id in shared.askedConcepts { lexicon.vocabulary.concepts[id].map(ask) }
    let counts = termCounts
    for (index, row) in lexicon.vocabulary.concepts.rows.enumerated() where !asked[index] {
      let rest = counts[index] == 0 ? "" : "，它的 \(counts[index]) 个词也不起作用"
      warning(
        .deadTerm, row, "没有规则、数字或方案的条件用到概念“\(row["id"])”\(rest)；请写用它的规则，或把它和它的词一起删去")
    }
  }

  /// Exclusions that shield against nothing.
  mutating func lintExclusions() {
    for pattern in lexicon.patterns.patterns {
      for (posting, place) in zip(pattern.postings, pattern.places)
      where posting.kind == .exclusion {
        lint(posting, of: pattern, place.row)
      }
    }
  }

  private mutating func lint(
    _ exclusion: Posting, of pattern: PatternSource.Pattern, _ row: SourceRow
  ) {
    let same = pattern.postings.first {
      $0.kind == exclusion.limit && $0.target == exclusion.target
    }
    if let same {
      // A term hides shorter ones of its target by itself.
      if same.weight > 0 {
        warning(
          .contradiction, row,
          "“\(row["text"])”本身就是 \(row["target"]) 的词，词照算，排除不起作用；请删去这一行，或删去那个词")
      } else {
        warning(
          .deadExclusion, row,
          "“\(row["text"])”本身就是 \(row["target"]) 的词，里面更短的本来就不算，排除是多余的；请删去这一行")
      }
    } else if !shieldsSomething(exclusion, pattern.folded) {
      let what = row["target"].isEmpty ? "词" : " \(row["target"]) 的词"
      warning(.deadExclusion, row, "“\(row["text"])”里没有更短的\(what)，排除不起作用；请改正 target 或删去这一行")
    }
  }

  private func shieldsSomething(_ exclusion: Posting, _ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      for end in start + 1...scalars.count where end - start < scalars.count {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<end])
        let postings = lexicon.patterns[String(part)]?.postings ?? []
        if postings.contains(where: { exclusion.hides($0) }) { return true }
      }
    }
    return shared.terms.contains { term in
      let target = exclusion.limit == .any ? "" : written(exclusion.limit, exclusion.target)
      return target.isEmpty || target == term.target
        ? text != term.text && text.contains(term.text) : false
    }
  }
}
