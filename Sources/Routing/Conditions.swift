import Classifier
import Jurisdiction
import Pack

extension Router {
  /// True if all conditions of a row hold. O(conditions).
  func holds(
    _ list: ListRef, _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome,
    scratch: inout Scratch
  ) -> Bool {
    for index in list.range {
      let condition = plan.conditions[index]
      let value = holds(condition, plan, verdict, outcome, scratch: &scratch)
      if value == (condition.isNegated != 0) { return false }
    }
    return true
  }

  private func holds(
    _ condition: ConditionRecord, _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome,
    scratch: inout Scratch
  ) -> Bool {
    let target = Int(condition.target)
    switch condition.kind {
    case .urgent: return verdict.urgent == (condition.number != 0)
    case .side: return Int(outcome.policing.rawValue) == target
    case .danger: return scratch.classifier.dangerScores[target] > 0
    case .concept: return scratch.classifier.conceptPresent[target]
    case .hint:
      return verdict.subject == target
        || scratch.classifier.categoryScores[target] * 100 >= max(Float(condition.number), 1)
    case .intent: return Int(verdict.intent.rawValue) == target
    case .level: return outcome.level.map { Int(plan.levels[$0].rank) >= target } ?? false
    case .area: return outcome.isUrban.map { $0 == (condition.number != 0) } ?? false
    case .before: return outcome.minute.map { $0 < Int(condition.number) } ?? false
    case .fact:
      let facts = scratch.classifier.facts.table
      return facts.indices.contains {
        Int(facts[$0].fact) == target && facts[$0].value >= condition.number
      }
    }
  }
}
