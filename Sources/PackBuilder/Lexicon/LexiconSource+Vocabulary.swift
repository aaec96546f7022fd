import Classifier

extension LexiconSource {
  /// Reads the tables that others refer to.
  mutating func readVocabulary(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    for row in folder.table(
      "base/categories.tsv", required: ["id", "name_zh", "policing", "scope", "police_bar"],
      into: &diagnostics)?.rows ?? []
    {
      policeBars.append(Float(number(row, "police_bar", in: 0...10, &diagnostics) ?? 0))
      vocabulary.categories.add(row["id"], name: row["name_zh"], row, &diagnostics)
      sides.append(side(row, "policing", &diagnostics))
    }
    for row in folder.table("base/concepts.tsv", required: ["id", "name_zh"], into: &diagnostics)?
      .rows ?? []
    {
      vocabulary.concepts.add(row["id"], name: row["name_zh"], row, &diagnostics)
    }
    for row in folder.table(
      "base/contexts.tsv", required: ["id", "name_zh", "category_factor", "danger_factor"],
      into: &diagnostics)?.rows ?? []
    {
      vocabulary.contexts.add(row["id"], name: row["name_zh"], row, &diagnostics)
      let category = number(row, "category_factor", in: 0...1, &diagnostics) ?? 1
      let danger = number(row, "danger_factor", in: 0...1, &diagnostics) ?? 1
      contexts.append((category, danger))
      if contexts.count == 1, row["id"] != "asserted" || category != 1 || danger != 1 {
        diagnostics.error(row, "第一行应为 asserted，两个系数都是 1（没有语境词时用它）")
      }
    }
    for row in folder.table(
      "base/dangers.tsv", required: ["id", "name_zh", "police_first", "except", "fallback"],
      into: &diagnostics)?.rows ?? []
    {
      vocabulary.dangers.add(row["id"], name: row["name_zh"], row, &diagnostics)
      let fallback =
        vocabulary.lookUp(row["fallback"], in: vocabulary.categories, "类别", row, &diagnostics)
        ?? noIndex
      for id in row.list("except") {
        if let category = vocabulary.lookUp(
          id, in: vocabulary.categories, "类别", row, &diagnostics)
        {
          exemptions.append(ExemptionRecord(danger: UInt16(dangers.count), category: category))
        }
      }
      dangers.append((fallback, flag(row, "police_first", &diagnostics)))
    }
  }

  /// Reads the characters numbers are written with.
  mutating func readNumerals(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let worths: [String: UInt8] = [
      "0": Numeral.zero, "10": Numeral.ten, "100": Numeral.hundred, "1000": Numeral.thousand,
      "10000": Numeral.tenThousand, "several": Numeral.several, "more": Numeral.more,
    ]
    for row in folder.table(
      "base/numerals.tsv", required: ["character", "value"], into: &diagnostics)?
      .rows ?? []
    {
      guard let scalar = row["character"].unicodeScalars.first,
        row["character"].unicodeScalars.count == 1
      else {
        diagnostics.error(row, "character 应为一个字，不是“\(row["character"])”")
        continue
      }
      if let worth = worths[row["value"]] {
        numerals[scalar] = worth
      } else if let digit = UInt8(row["value"]), (1...9).contains(digit) {
        numerals[scalar] = digit
      } else {
        diagnostics.error(row, "value 应为 0–9、10、100、1000、10000、several 或 more，不是“\(row["value"])”")
      }
    }
  }

  /// Reads thresholds, default intents and escalations.
  mutating func readDefaults(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    for row in folder.table("base/settings.tsv", required: ["key", "value"], into: &diagnostics)?
      .rows ?? []
    {
      settings[row["key"]] = row["value"]
    }
    for row in folder.table(
      "base/intents.tsv", required: ["policing", "urgent", "intent"], into: &diagnostics)?.rows
      ?? []
    {
      let side = side(row, "policing", &diagnostics)
      let urgent = flag(row, "urgent", &diagnostics)
      guard let target = vocabulary.target("=" + row["intent"], row, &diagnostics) else { continue }
      intents[Int(side.rawValue) * 2 + (urgent ? 1 : 0)] = UInt8(target.index)
    }
    for row in folder.table(
      "base/escalations.tsv", required: ["category", "danger", "becomes", "bar"],
      into: &diagnostics)?.rows ?? []
    {
      guard
        let category = vocabulary.lookUp(
          row["category"], in: vocabulary.categories, "类别", row, &diagnostics),
        let danger = vocabulary.lookUp(
          row["danger"], in: vocabulary.dangers, "危险", row, &diagnostics),
        let becomes = vocabulary.lookUp(
          row["becomes"], in: vocabulary.categories, "类别", row, &diagnostics),
        let bar = number(row, "bar", in: 0...10, &diagnostics)
      else { continue }
      escalations.append(
        EscalationRecord(category: category, danger: danger, becomes: becomes, bar: Float(bar)))
    }
  }

  /// Reads which categories let a danger be presumed.
  mutating func readPresumptions(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/presumptions.tsv", required: ["category", "danger", "weight", "unless"],
      into: &diagnostics)
    for row in table?.rows ?? [] {
      guard
        let category = vocabulary.lookUp(
          row["category"], in: vocabulary.categories, "类别", row, &diagnostics),
        let danger = vocabulary.lookUp(
          row["danger"], in: vocabulary.dangers, "危险", row, &diagnostics),
        let weight = number(row, "weight", in: 0...1, &diagnostics)
      else { continue }
      var unless = noIndex
      if !row["unless"].isEmpty {
        guard
          let concept = vocabulary.lookUp(
            row["unless"], in: vocabulary.concepts, "概念", row, &diagnostics)
        else { continue }
        unless = concept
      }
      presumptions.append(
        PresumptionRecord(category: category, danger: danger, unless: unless, weight: weight))
    }
  }

  func side(_ row: SourceRow, _ column: String, _ diagnostics: inout Diagnostics) -> Policing {
    if let side = Policing.allCases.first(where: { $0.name == row[column] }) { return side }
    diagnostics.error(
      row, "\(column) 应为 \(Policing.allCases.map(\.name).joined(separator: "、"))，不是“\(row[column])”"
    )
    return .none
  }

  func flag(_ row: SourceRow, _ column: String, _ diagnostics: inout Diagnostics) -> Bool {
    if !["yes", "no"].contains(row[column]) {
      diagnostics.error(row, "\(column) 应为 yes 或 no，不是“\(row[column])”")
    }
    return row[column] == "yes"
  }
}
