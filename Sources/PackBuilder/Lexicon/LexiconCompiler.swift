import Automaton
import Classifier
import Pack

extension LexiconSource {
  /// Writes the classifier's sections, all but those that were arranged before.
  func compile(
    alphabet: AlphabetCompiler, patterns records: [ArrangedPatterns.Record],
    into writer: inout ImageWriter, diagnostics: inout Diagnostics
  ) {
    writeVocabulary(into: &writer)
    var patterns: [PatternRecord] = []
    for (text, record) in records {
      var record = record
      record.text = writer.uniqueString(text)
      patterns.append(record)
    }
    writer.add(.patterns, patterns)
    writeRules(into: &writer)
    writer.add(.minedTexts, mined.terms.map { writer.uniqueString($0.text) })
    writer.add(.cues, cues)
    writer.add(.escalations, escalations)
    writer.add(.presumptions, presumptions)
    writer.add(.exemptions, exemptions)
    writer.add(.numbers, numbers)
    writer.add(.intents, intents)
    var worths = [UInt8](repeating: 0, count: alphabet.size)
    for (scalar, worth) in numerals {
      worths[Int(alphabet.encode(String(scalar))[0])] = worth
    }
    writer.add(.numerals, worths)
    writeSettings(into: &writer, diagnostics: &diagnostics)
  }

  private func writeVocabulary(into writer: inout ImageWriter) {
    var categories: [CategoryRecord] = []
    for (index, id) in vocabulary.categories.ids.enumerated() {
      categories.append(
        CategoryRecord(
          id: writer.string(id), name: writer.string(vocabulary.categories.names[index]),
          policing: sides[index], policeBar: policeBars[index]))
    }
    writer.add(.categories, categories)
    var concepts: [ConceptRecord] = []
    let measures = Set(facts.map(\.measure))
    for (index, id) in vocabulary.concepts.ids.enumerated() {
      concepts.append(
        ConceptRecord(
          id: writer.string(id), name: writer.string(vocabulary.concepts.names[index]),
          isMeasure: measures.contains(UInt16(index))))
    }
    writer.add(.concepts, concepts)
    var dangers: [DangerRecord] = []
    for (index, id) in vocabulary.dangers.ids.enumerated() {
      dangers.append(
        DangerRecord(
          id: writer.string(id), name: writer.string(vocabulary.dangers.names[index]),
          fallback: self.dangers[index].fallback, policeFirst: self.dangers[index].policeFirst))
    }
    writer.add(.dangers, dangers)
    var contexts: [ContextRecord] = []
    for (index, id) in vocabulary.contexts.ids.enumerated() {
      contexts.append(
        ContextRecord(
          id: writer.string(id), name: writer.string(vocabulary.contexts.names[index]),
          categoryFactor: self.contexts[index].category, dangerFactor: self.contexts[index].danger))
    }
    writer.add(.contexts, contexts)
    var facts: [FactRecord] = []
    for (index, id) in vocabulary.facts.ids.enumerated() {
      let fact = self.facts[index]
      facts.append(
        FactRecord(
          id: writer.string(id), word: fact.word, measure: fact.measure, within: fact.within))
    }
    writer.add(.facts, facts)
  }

  private func writeRules(into writer: inout ImageWriter) {
    var records: [RuleRecord] = []
    var concepts: [UInt16] = []
    var termCounts = [Int](repeating: 0, count: vocabulary.concepts.count)
    for pattern in patterns.patterns {
      for posting in pattern.postings where posting.kind == .concept {
        termCounts[Int(posting.target)] += 1
      }
    }
    var byConcept = [[RuleEntry]](repeating: [], count: vocabulary.concepts.count)
    for (index, rule) in rules.enumerated() {
      records.append(
        RuleRecord(
          id: writer.string(rule.id), kind: rule.kind, target: rule.target, weight: rule.weight,
          window: rule.window, span: rule.span, inOrder: rule.inOrder,
          firstConcept: UInt32(concepts.count), allCount: UInt8(clamping: rule.all.count),
          anyCount: UInt8(clamping: rule.any.count), noneCount: UInt8(clamping: rule.none.count)))
      concepts += rule.all + rule.any + rule.none
      // A rule is tried when its rarest concept is there, the one with the fewest terms, and the
      // next rarest too.
      let all = rule.all.stableSorted { termCounts[Int($0)] }
      for concept in all.first.map({ [$0] }) ?? rule.any {
        byConcept[Int(concept)].append(
          RuleEntry(rule: UInt32(index), other: all.dropFirst().first ?? concept))
      }
    }
    writer.add(.rules, records)
    writer.add(.ruleConcepts, concepts)
    var starts: [UInt32] = [0]
    for list in byConcept { starts.append(starts.last! + UInt32(list.count)) }
    writer.add(.ruleIndexStarts, starts)
    writer.add(.ruleIndex, Array(byConcept.joined()))
  }

  private func writeSettings(into writer: inout ImageWriter, diagnostics: inout Diagnostics) {
    func value(_ key: String) -> Float {
      if let value = settings[key].flatMap({ Float($0) }) { return value }
      diagnostics.error(file: "base/settings.tsv", "缺少设置“\(key)”或它不是数；请补上")
      return 0
    }
    func category(_ key: String) -> UInt16 {
      if let index = settings[key].flatMap({ vocabulary.categories[$0] }) { return index }
      diagnostics.error(file: "base/settings.tsv", "设置“\(key)”应为一个类别 id；请改正")
      return 0
    }
    guard let unnamed = settings["unnamed_danger"].flatMap({ vocabulary.dangers[$0] }) else {
      diagnostics.error(file: "base/settings.tsv", "设置“unnamed_danger”应为一个危险 id；请改正")
      return
    }
    var record = ClassifierSettings()
    record.urgentThreshold = value("urgent_threshold")
    record.reviewScore = value("review_score")
    record.reviewMargin = value("review_margin")
    record.fallbackCategory = category("fallback_category")
    record.fallbackDangerCategory = category("fallback_danger_category")
    record.unnamedDanger = unnamed
    record.longestPattern = UInt32(
      patterns.patterns.map { $0.folded.unicodeScalars.count }.max() ?? 0)
    record.calmFactor = value("calm_factor")
    record.calmMaximum = value("calm_maximum")
    record.sideSharpness = value("side_sharpness")
    record.lexiconReach = value("lexicon_reach")
    record.urgentWords = value("urgent_words")
    record.urgentExplained = value("urgent_explained")
    record.urgentCalm = value("urgent_calm")
    record.urgentLength = max(value("urgent_length"), 1)
    record.urgentBar = value("urgent_bar")
    record.urgentReview = value("urgent_review")
    record.urgentJoin = value("urgent_join")
    record.matterBar = value("matter_bar")
    record.confidenceSharpness = value("confidence_sharpness")
    record.minedKnown = max(value("mined_known"), 0.05)
    record.minedTrust = value("mined_trust")
    record.vagueLength = UInt32(max(value("vague_length"), 0))
    record.vagueConfidence = value("vague_confidence")
    record.minedCategory = value("mined_category")
    record.minedSide = value("mined_side")
    record.minedUrgency = value("mined_urgency")
    record.minedFloor = max(value("mined_floor"), 1)
    writer.add(.settings, [record])
  }
}
