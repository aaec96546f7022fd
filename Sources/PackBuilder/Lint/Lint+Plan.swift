import Classifier
import Routing

// Categories without an owner, units and citations that nothing names, levels out of order.

extension Lint {
  /// Categories for which no lead or fallback row holds, always or in some situations.
  mutating func lintOwners() {
    let owners = plan.duties.filter { $0.part == .lead || $0.part == .fallback }
    guard let file = plan.duties.first?.row.file else { return }
    for (index, id) in lexicon.vocabulary.categories.ids.enumerated() {
      let own = owners.filter { $0.category == UInt16(index) }
      let rows = owners.filter { $0.category == UInt16(index) || $0.category == noIndex }
      let name = lexicon.vocabulary.categories.names[index]
      for side in sides(of: index) where side != .none {
        let conditions = rows.compactMap { $0.conditions.on(side) }
        guard leavesGap(conditions) else { continue }
        let when = conditions.isEmpty ? "没有主办单位" : "在条件都不合时没有主办单位"
        add(
          .unowned,
          Diagnostic(
            .warning, file: file, line: own.last?.row.line ?? 0,
            "“\(id)”（\(name)，\(side.name)）\(when)；方案有规定就补一行 lead 或 fallback，没有就由人工定"))
        break
      }
    }
  }

  /// Levels go from the lowest to the highest: a row that a higher level's row always covers never
  /// decides.
  mutating func lintLevels() {
    for (index, row) in plan.levels.enumerated() {
      let higher = plan.levels.first {
        $0.rank > row.rank && row.conditions.implyAll(of: $0.conditions)
      }
      if let higher {
        error(
          .order, row.row,
          "“\(row.name)”的这一行成立时，排得更高的“\(higher.name)”（第 \(higher.row.line) 行）也成立；等级须由低到高排列，请调换或改正界线"
        )
      } else if let same = plan.levels[..<index].first(where: {
        $0.rank == row.rank && row.conditions.implyAll(of: $0.conditions)
      }) {
        warning(.double, row.row, "第 \(same.row.line) 行已包含这一行；请删去一行")
      }
    }
  }

  /// Rows that other tables should name and don't.
  mutating func lintPlan() {
    lintConditions()
    lintUnits()
    lintAppraisals()
    var cited: Set<String> = Set(plan.metadata.map(\.rule))
    let citing =
      plan.duties.map(\.citations) + plan.policing.map(\.citations)
      + plan.levels.map(\.citations) + plan.obligations.map(\.citations)
      + plan.channels.map(\.citations) + plan.arbiters.map(\.citations)
    for list in citing { cited.formUnion(list.map { plan.citations.ids[Int($0)] }) }
    for row in plan.citations.rows where row["answer"].isEmpty && !cited.contains(row["rule"]) {
      warning(.orphan, row, "没有一行引用规则“\(row["rule"])”，也没有写 answer；请在用到的行引用，或写明 answer")
    }
    for row in plan.startRows where !shared.events.contains(row["event"]) {
      warning(.orphan, row, "没有义务从“\(row["event"])”起算；请照 obligations.tsv 的 from 列改正，或删去这一行")
    }
  }

  /// Appraisals that score a limit which the plan never gives: legal, but somebody should ask.
  private mutating func lintAppraisals() {
    for row in plan.appraisals {
      let scored = row["scores"]
      let owed = plan.obligations.filter { $0.rule == scored }
      if owed.isEmpty {
        warning(.orphan, row, "没有义务引用“\(scored)”，考核无从对照；请在 obligations.tsv 补一行，或改正 scores")
      } else if owed.allSatisfy({ $0.within.text.isEmpty }) {
        let actions = Set(owed.map { "“\($0.action)”" }).sorted().joined(separator: "、")
        warning(
          .limitless, row,
          "按时限考核\(actions)（\(scored)），方案却没有写时限；within 照空着，请向制定方案的单位问清")
      }
    }
  }

  private mutating func lintUnits() {
    var named = Set(plan.duties.map(\.unit)).union(plan.arbiters.map(\.unit))
    named.formUnion(plan.obligations.map(\.unit))
    let channels = Set(plan.channels.map(\.unit))
    for (index, row) in plan.units.rows.enumerated() where !named.contains(UInt16(index)) {
      let isCited = plan.citations.rows.contains {
        ($0["section"] + $0["by"] + $0["note"]).contains(row["name"])
      }
      if isCited { continue }
      let rest = channels.contains(UInt16(index)) ? "，它的联系方式也不会给出" : ""
      warning(
        .orphan, row, "没有职责、义务、裁定或出处提到“\(row["name"])”\(rest)；方案有规定就补上，没有就删去")
    }
  }

  /// Conditions that ask for a concept this pack never finds.
  private mutating func lintConditions() {
    var filled = termCounts.map { $0 > 0 }
    for number in lexicon.numbers { filled[Int(number.concept)] = true }
    let rows =
      plan.duties.map { ($0.row, $0.conditions) } + plan.levels.map { ($0.row, $0.conditions) }
      + plan.obligations.map { ($0.row, $0.conditions) }
    for (row, conditions) in rows {
      for condition in conditions where condition.kind == .concept {
        if filled[Int(condition.target)] { continue }
        let id = lexicon.vocabulary.concepts.ids[Int(condition.target)]
        let effect = condition.isNegated != 0 ? "这个条件总是成立" : "这一行永远不起作用"
        warning(.deadRule, row, "概念“\(id)”没有词也没有数字，\(effect)；请给它补词，或改正 when")
      }
    }
  }
}
