import Classifier
import Jurisdiction
import Routing

/// Counts right answers.
struct Rate {
  var right = 0
  var total = 0

  mutating func count(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  /// Share of right answers, nil if there was nothing to count.
  var value: Double? { total == 0 ? nil : Double(right) / Double(total) }
}

/// Counts answers and labels of each class.
struct ClassTable {
  private var answered: [String: Int] = [:]
  private var labelled: [String: Int] = [:]
  private var agreed: [String: Int] = [:]

  mutating func count(answer: String, label: String) {
    answered[answer, default: 0] += 1
    labelled[label, default: 0] += 1
    if answer == label { agreed[label, default: 0] += 1 }
  }

  var classes: [String] { Set(labelled.keys).union(answered.keys).sorted() }

  func precision(_ name: String) -> Rate {
    Rate(right: agreed[name] ?? 0, total: answered[name] ?? 0)
  }

  func recall(_ name: String) -> Rate {
    Rate(right: agreed[name] ?? 0, total: labelled[name] ?? 0)
  }
}

/// What a run over labelled calls amounts to.
struct Scoreboard {
  struct Mistake {
    var call: LabelledCall
    var decision: Decision
    var fields: [String]
  }

  var policing = Rate()
  var top1 = Rate()
  var top3 = Rate()
  var unit = Rate()
  var urgentRecall = Rate()
  var urgentPrecision = Rate()
  /// Calls whose label names one township.
  var township = Rate()
  /// All calls with place labels.
  var placeStatus = Rate()
  var review = Rate()
  var policingClasses = ClassTable()
  var categoryClasses = ClassTable()
  var mistakes: [Mistake] = []

  mutating func count(_ call: LabelledCall, _ decision: Decision) {
    var wrong: [String] = []
    func check(_ rate: inout Rate, _ isRight: Bool, _ field: String) {
      rate.count(isRight)
      if !isRight { wrong.append(field) }
    }
    if !call.isAmbiguous {
      check(&policing, decision.policing.name == call.policing, "policing")
      policingClasses.count(answer: decision.policing.name, label: call.policing)
    }
    let answer = decision.category.id
    check(&top1, call.categories.contains(answer), "category")
    categoryClasses.count(
      answer: answer, label: call.categories.contains(answer) ? answer : call.categories[0])
    let best = [answer] + decision.alternatives.map(\.id).prefix(2)
    check(&top3, best.contains(where: call.categories.contains), "top3")
    if !call.units.isEmpty {
      let lead = decision.lead?.unit.name ?? ""
      // Nobody leads: 不派单 for calls without dispatch, 无 where no unit of the plan owns it.
      let accepted = call.units.map { ["不派单", "无"].contains($0) ? "" : $0 }
      check(&unit, accepted.contains(lead), "unit")
    }
    if call.urgent { check(&urgentRecall, decision.urgent, "urgent") }
    if decision.urgent {
      urgentPrecision.count(call.urgent)
      if !call.urgent { wrong.append("not-urgent") }
    }
    if let status = call.placeStatus, !status.isEmpty {
      check(&placeStatus, decision.jurisdiction.status.name == status, "place")
      if status == "resolved", let name = call.township, !name.isEmpty {
        check(&township, decision.jurisdiction.township?.name == name, "township")
      }
    }
    review.count(decision.review)
    if !wrong.isEmpty { mistakes.append(Mistake(call: call, decision: decision, fields: wrong)) }
  }
}
