import Classifier
import Pack

/// A category the call may belong to, as the plan would see it.
struct Reading {
  var category: Int
  var name: String
  var side: Policing
  /// False for the decision's own category.
  var isAlternative: Bool
}

/// Whether the conditions of a row hold, as far as a decision tells.
enum Truth {
  case holds, contradicted
  /// The decision does not carry what is asked (concepts, numbers, area, time of day).
  case open
}

extension Router {
  /// The decision's category, then the alternatives whose score is close, best first.
  func readings(of decision: Decision) -> [Reading] {
    var readings: [Reading] = []
    if let own = category(decision.category.id) {
      readings.append(
        Reading(
          category: own, name: decision.category.name, side: decision.policing,
          isAlternative: false))
    }
    let close = (1 - Double(lexicon.settings.reviewMargin)) * decision.category.score
    for item in decision.alternatives where item.score >= close {
      guard let index = category(item.id) else { continue }
      readings.append(
        Reading(
          category: index, name: item.name, side: side(of: index, in: decision),
          isAlternative: true))
    }
    return readings
  }

  private func category(_ id: String) -> Int? {
    lexicon.categories.indices.first { lexicon.strings[lexicon.categories[$0].id] == id }
  }

  /// The side an alternative would be on; a danger that sent police sends them there too.
  private func side(of category: Int, in decision: Decision) -> Policing {
    var side = lexicon.categories[category].side
    for index in plan.policing.indices where Int(plan.policing[index].category) == category {
      side = Policing(rawValue: UInt8(plan.policing[index].policing)) ?? side
    }
    return side == .nonPolice && decision.policing == .joint ? .joint : side
  }

  /// One contradicted condition contradicts the row; else one open one leaves it open.
  func truth(of list: ListRef, for decision: Decision, as reading: Reading) -> Truth {
    var truth = Truth.holds
    for index in list.range {
      let condition = plan.conditions[index]
      guard let value = value(of: condition, for: decision, as: reading) else {
        truth = .open
        continue
      }
      if value == (condition.isNegated != 0) { return .contradicted }
    }
    return truth
  }

  /// As `holds` on the call itself, nil where the decision does not tell.
  private func value(
    of condition: ConditionRecord, for decision: Decision, as reading: Reading
  ) -> Bool? {
    let target = Int(condition.target)
    switch condition.kind {
    case .urgent: return decision.urgent == (condition.number != 0)
    case .side: return Int(reading.side.rawValue) == target
    case .intent: return Int(decision.intent.rawValue) == target
    case .level:
      let level = plan.levels.indices.first {
        plan.strings[plan.levels[$0].name] == decision.level
      }
      return level.map { Int(plan.levels[$0].rank) >= target } ?? false
    case .danger:
      let name = lexicon.targetName(.danger, target)
      return decision.evidence.reduce(0) { $0 + ($1.target == name ? $1.effect : 0) } > 0
    case .hint:
      if reading.category == target { return true }
      let id = lexicon.strings[lexicon.categories[target].id]
      let scores = ([decision.category] + decision.alternatives).filter { $0.id == id }
      return scores.first.map { $0.score * 100 >= Double(condition.number) }
    case .concept, .fact, .area, .before: return nil
    }
  }
}
