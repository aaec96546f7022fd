extension PlanSource {
  /// Who settles it when no unit takes a call.
  struct Arbiter {
    var unit: UInt16
    var action: String
    var citations: [UInt16]
  }

  /// Reads the arbiters, who are asked in the order of their rows.
  mutating func readArbiters(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.optionalTable(
      "\(pack)/arbiters.tsv", required: ["order", "unit", "action", "rules"], into: &diagnostics)
    var last = 0
    for row in table?.rows ?? [] {
      if let order = Int(row["order"]), order > last {
        last = order
      } else {
        diagnostics.error(row, "order 应为比上一行大的正整数，不是“\(row["order"])”；请按先后排列、各用一个数")
      }
      if row["action"].isEmpty { diagnostics.error(row, "没有写怎么裁定；请在 action 列照方案填写") }
      let citations = rules(row, &diagnostics)
      if row.list("rules").isEmpty {
        diagnostics.error(row, "裁定没有引用方案的规则；请在 rules 列写明规则 id")
      }
      guard let unit = lexicon.vocabulary.lookUp(row["unit"], in: units, "单位", row, &diagnostics)
      else { continue }
      if arbiters.contains(where: { $0.unit == unit }) {
        diagnostics.error(row, "单位“\(row["unit"])”已有一行，每个单位只问一次；请并成一行")
      }
      arbiters.append(Arbiter(unit: unit, action: row["action"], citations: citations))
    }
  }
}
