import Classifier
import Routing

// Lead rows of one category that can hold at once, and rows that never get their turn.

extension Lint {
  typealias Duty = PlanSource.Duty

  mutating func lintDuties() {
    lintDoubleDuties()
    let general = plan.duties.filter { $0.category == noIndex }
    lintTurns(general, after: [], sides: [.police, .nonPolice, .joint], of: "*")
    for category in lexicon.vocabulary.categories.ids.indices {
      let own = plan.duties.filter { $0.category == UInt16(category) }
      lintTurns(
        own, after: general, sides: sides(of: category),
        of: lexicon.vocabulary.categories.ids[category])
    }
  }

  /// The sides of the line a call of a category may be on: a danger makes a non-police matter a
  /// joint one, urgency sends police where otherwise nobody goes.
  func sides(of category: Int) -> [Policing] {
    let row = plan.policing.last { $0.category == UInt16(category) }
    switch row?.side ?? lexicon.sides[category] {
    case .police: return [.police]
    case .joint: return [.joint]
    case .nonPolice: return [.nonPolice, .joint]
    case .none: return [.none, .police]
    }
  }

  /// Holds each row against those that are tried before it.
  private mutating func lintTurns(
    _ rows: [Duty], after general: [Duty], sides: [Policing], of category: String
  ) {
    for (index, row) in rows.enumerated() {
      let possible = sides.filter { row.conditions.on($0) != nil }
      if possible.isEmpty {
        error(.deadDuty, row.row, "条件不能同时成立，或与“\(category)”的警务属性不合，这一行永远不起作用；请改正 when 或删去")
      }
      guard row.part == .lead || row.part == .fallback, !possible.isEmpty else { continue }
      var rivals: [Duty] = []
      var winners: [Duty] = []
      var hasTurn = false
      for side in possible {
        let found = (general + rows[..<index]).filter { rival in
          competes(rival, row, on: side, after: general)
        }
        let winner = found.first {
          row.conditions.on(side)!.implyAll(of: $0.conditions.on(side)!)
        }
        if let winner { winners.append(winner) } else { hasTurn = true }
        for rival in found where !rivals.contains(where: { $0.row.line == rival.row.line }) {
          rivals.append(rival)
        }
      }
      if !hasTurn {
        reportNoTurn(row, category, winners[0])
      } else if !rivals.isEmpty {
        report(row, category, rivals)
      }
    }
  }

  /// True if a row tried earlier can take the lead from one that could hold too.
  ///
  /// In a joint call a category's own lead of another unit joins behind a general one; where
  /// nobody is sent, general rows are not asked (see `Router.apply`).
  private func competes(
    _ rival: Duty, _ row: Duty, on side: Policing, after general: [Duty]
  ) -> Bool {
    guard rival.part == row.part, let first = rival.conditions.on(side),
      let second = row.conditions.on(side)
    else { return false }
    // General leads are among those whose units don't stand in the way.
    if row.category != noIndex {
      if rival.category == noIndex, side == .none { return false }
      if side == .joint, row.part == .lead,
        general.contains(where: { $0.part == .lead && $0.unit == rival.unit })
      {
        return false
      }
    }
    return first.canHold(with: second)
  }

  private mutating func reportNoTurn(_ row: Duty, _ category: String, _ winner: Duty) {
    let name = plan.units.names[Int(winner.unit)]
    error(
      .deadDuty, row.row,
      "“\(category)”的这一行永远轮不到：第 \(winner.row.line) 行（\(name)）条件不比它严，又排在前；请把这一行移到前面，或给那一行加条件，或删去一行")
  }

  private mutating func report(_ row: Duty, _ category: String, _ rivals: [Duty]) {
    let rivals = rivals.sorted { $0.row.line < $1.row.line }
    func name(_ duty: Duty) -> String { plan.units.names[Int(duty.unit)] }
    let places = rivals.map { "第 \($0.row.line) 行（\(name($0))）" }.joined(separator: "、")
    let isNarrower = rivals.allSatisfy { $0.conditions.implyAll(of: row.conditions) }
    let why = isNarrower ? "条件更窄的在前" : "条件交叉"
    let end =
      rivals.allSatisfy { $0.unit == row.unit } ? "单位相同，结果一样" : "由前面的主办；若不该如此，请调换行序或加条件"
    warning(
      .overlap, row.row,
      "“\(category)”的这一行（\(name(row))）与前面的\(places)可同时成立：按行序，先到先得（\(why)），\(end)")
  }

  /// Rows that say the same of the same unit.
  private mutating func lintDoubleDuties() {
    var first: [String: SourceRow] = [:]
    for row in plan.duties.map(\.row) + plan.obligations.map(\.row) {
      let when = Set(row.list("when")).sorted().joined(separator: " ")
      let others = [
        "category", "unit", "part", "owner", "action", "within", "calendar", "from", "condition",
      ]
      let key = ([row.file, when] + others.map { row[$0] }).joined(separator: "\t")
      if let other = first[key] {
        error(.double, row, "与第 \(other.line) 行相同；请删去一行，rules 并到一行里")
      } else {
        first[key] = row
      }
    }
  }
}
