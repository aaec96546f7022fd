import Classifier
import Routing

// When one condition of a plan settles another. Conditions of different kinds settle nothing.

extension ConditionRecord {
  var flipped: ConditionRecord {
    ConditionRecord(kind: kind, isNegated: isNegated == 0, target: target, number: number)
  }

  /// True if `other` holds whenever this does.
  func implies(_ other: ConditionRecord) -> Bool {
    guard kind == other.kind else { return false }
    switch (isNegated != 0, other.isNegated != 0) {
    case (false, false): return asserts(other)
    case (true, true): return other.asserts(self)
    case (false, true): return excludes(other)
    case (true, false): return false
    }
  }

  /// True if both can't hold at once.
  func contradicts(_ other: ConditionRecord) -> Bool { implies(other.flipped) }

  /// The same for two that are not negated.
  private func asserts(_ other: ConditionRecord) -> Bool {
    switch kind {
    case .fact: target == other.target && number >= other.number
    case .level: target >= other.target
    case .before: number <= other.number
    default: target == other.target && number == other.number
    }
  }

  /// Of sides, intents and areas a call has one.
  private func excludes(_ other: ConditionRecord) -> Bool {
    switch kind {
    case .side, .intent: target != other.target
    case .area: number != other.number
    default: false
    }
  }
}

extension [ConditionRecord] {
  /// True if all of `others` hold whenever all of these do.
  func implyAll(of others: [ConditionRecord]) -> Bool {
    others.allSatisfy { other in contains { $0.implies(other) } }
  }

  /// True if these and `others` can hold at once.
  func canHold(with others: [ConditionRecord] = []) -> Bool {
    let all = self + others
    return !all.contains { first in all.contains { first.contradicts($0) } }
  }

  /// What is left to ask where the call's side is known; nil if that rules them out.
  func on(_ side: Policing) -> [ConditionRecord]? {
    var rest: [ConditionRecord] = []
    for condition in self {
      guard condition.kind == .side else {
        rest.append(condition)
        continue
      }
      if (condition.target == UInt16(side.rawValue)) == (condition.isNegated != 0) { return nil }
    }
    return rest.canHold() ? rest : nil
  }
}

/// True if in some situation none of the rows holds.
///
/// Tries both answers to one condition after another: O(2^conditions) at worst, but a row without
/// conditions, or one that is decided early, ends it at once.
func leavesGap(_ rows: [[ConditionRecord]]) -> Bool {
  guard let question = rows.first(where: { !$0.isEmpty })?.first else { return rows.isEmpty }
  if rows.contains(where: \.isEmpty) { return false }
  return [question, question.flipped].contains { answer in
    leavesGap(
      rows.filter { row in !row.contains { $0.contradicts(answer) } }
        .map { row in row.filter { !answer.implies($0) } })
  }
}
