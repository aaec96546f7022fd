import Classifier
import Routing

extension PlanSource {
  /// Reads the `when` column: words that must all hold; `!` before a word negates it.
  ///
  /// `urgent` · `side:joint` · `danger:gas` · `concept:…` · `hint:gas-supply` ·
  /// `intent:投诉` · `level:较大` · `area:urban` · `before:21:30` · `fact:deaths>=3`
  func conditions(
    _ row: SourceRow, _ lexicon: LexiconSource, _ diagnostics: inout Diagnostics
  ) -> [ConditionRecord] {
    row.list("when").compactMap { condition($0, row, lexicon, &diagnostics) }
  }

  private func condition(
    _ word: String, _ row: SourceRow, _ lexicon: LexiconSource, _ diagnostics: inout Diagnostics
  ) -> ConditionRecord? {
    let isNegated = word.hasPrefix("!")
    let body = isNegated ? String(word.dropFirst()) : word
    func record(_ kind: ConditionRecord.Kind, _ target: UInt16, _ number: UInt32 = 0)
      -> ConditionRecord
    {
      ConditionRecord(kind: kind, isNegated: isNegated, target: target, number: number)
    }
    if body == "urgent" { return record(.urgent, 0, 1) }
    let parts = body.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      diagnostics.error(
        row,
        "不认识的条件“\(word)”；可用：urgent、side:、danger:、concept:、hint:、intent:、level:、area:、before:、fact:…>=…"
      )
      return nil
    }
    let vocabulary = lexicon.vocabulary
    let name = parts[1]
    switch parts[0] {
    case "side":
      return vocabulary.target("%" + name, row, &diagnostics).map { record(.side, $0.index) }
    case "danger":
      return vocabulary.target("!" + name, row, &diagnostics).map { record(.danger, $0.index) }
    case "concept":
      return vocabulary.target("@" + name, row, &diagnostics).map { record(.concept, $0.index) }
    case "hint":
      return vocabulary.target(name, row, &diagnostics).map { record(.hint, $0.index, 100) }
    case "intent":
      return vocabulary.target("=" + name, row, &diagnostics).map { record(.intent, $0.index) }
    case "level":
      if let rank = levelNames.firstIndex(of: name) { return record(.level, UInt16(rank)) }
      diagnostics.error(row, "不认识的等级“\(name)”；levels.tsv 里有：\(levelNames.joined(separator: "、"))")
      return nil
    case "area":
      if name == "urban" || name == "rural" { return record(.area, 0, name == "urban" ? 1 : 0) }
      diagnostics.error(row, "条件 area 应为 area:urban 或 area:rural，不是“\(word)”")
      return nil
    case "before":
      let parts = name.split(separator: ":").compactMap { UInt32($0) }
      if parts.count == 2, parts[0] < 24, parts[1] < 60 {
        return record(.before, 0, parts[0] * 60 + parts[1])
      }
      diagnostics.error(row, "条件 before 应写作 before:21:30，不是“\(word)”")
      return nil
    case "fact":
      return fact(name, row, lexicon, &diagnostics).map { record(.fact, $0.index, $0.minimum) }
    default:
      diagnostics.error(
        row,
        "不认识的条件“\(word)”；可用：urgent、side:、danger:、concept:、hint:、intent:、level:、area:、before:、fact:…>=…"
      )
      return nil
    }
  }

  private func fact(
    _ text: String, _ row: SourceRow, _ lexicon: LexiconSource, _ diagnostics: inout Diagnostics
  ) -> (index: UInt16, minimum: UInt32)? {
    let halves = text.split(separator: ">", maxSplits: 1).map(String.init)
    guard halves.count == 2, halves[1].hasPrefix("="), let minimum = UInt32(halves[1].dropFirst())
    else {
      diagnostics.error(row, "数字条件应写作 fact:deaths>=3，不是“\(text)”")
      return nil
    }
    return lexicon.vocabulary.lookUp(
      halves[0], in: lexicon.vocabulary.facts, "数字事实", row, &diagnostics
    ).map { ($0, minimum) }
  }
}
