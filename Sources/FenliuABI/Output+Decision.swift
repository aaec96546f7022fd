import CFenliu
import Classifier
import Jurisdiction
import Pack
import Routing

extension Output {
  /// Writes a decision as C knows it. Allocates nothing once greater decisions were written, apart
  /// from what `want` asks for.
  mutating func write(
    _ view: borrowing DecisionView, want: UInt32, to decision: inout fenliu_decision
  ) {
    removeAll()
    let lexicon = view.router.lexicon
    let category = lexicon.categories[view.verdict.category]
    unsafe decision.policing = Int32(view.policing.rawValue)
    unsafe decision.category = Int32(view.verdict.category)
    unsafe decision.urgent = view.urgent ? 1 : 0
    unsafe decision.level = Int32(view.level ?? -1)
    unsafe decision.intent = Int32(view.verdict.intent.rawValue)
    unsafe decision.danger = Int32(view.verdict.danger ?? -1)
    unsafe decision.review_reasons = view.reasons.rawValue
    unsafe decision.score = Double(view.verdict.score)
    unsafe decision.confidence = Double(view.verdict.confidence)
    unsafe decision.category_id = lexicon.strings.view(category.id)
    unsafe decision.category_name = lexicon.strings.view(category.name)
    let plan = view.router.plan
    unsafe decision.level_name =
      view.level.map { unsafe plan.strings.view(plan.levels[$0].name) } ?? .absent
    unsafe writePlace(view, to: &decision)
    unsafe writeUnits(view, to: &decision)
    unsafe writeObligations(view, to: &decision)
    for index in view.alternatives.indices {
      let other = view.alternatives[index]
      alternatives.append(
        fenliu_score(
          category: Int32(other.category), reserved: 0, score: Double(other.score)))
    }
    for index in view.channels.indices { channels.append(Int32(view.channels[index])) }
    for index in view.basis.indices { basis.append(Int32(view.basis[index])) }
    if want & FENLIU_WANT_EVIDENCE != 0 { writeEvidence(view) }
    unsafe decision.ask = .absent
    if want & FENLIU_WANT_QUESTION != 0, let question = view.questionText {
      unsafe decision.ask = keep(question)
    }
    unsafe point(&decision)
  }

  private mutating func writePlace(
    _ view: borrowing DecisionView, to decision: inout fenliu_decision
  ) {
    let gazetteer = view.router.gazetteer
    unsafe decision.place_status = Int32(view.place.status.rawValue)
    unsafe decision.township = Int32(view.place.township ?? -1)
    unsafe decision.village = Int32(view.place.village ?? -1)
    unsafe decision.township_code = .absent
    unsafe decision.township_name = .absent
    unsafe decision.village_name = .absent
    if let index = view.place.township {
      let township = gazetteer.townships[index]
      unsafe decision.township_code = gazetteer.strings.view(township.code)
      unsafe decision.township_name = gazetteer.strings.view(township.name)
    }
    if let index = view.place.village {
      unsafe decision.village_name = gazetteer.strings.view(gazetteer.places[index].name)
    }
    guard view.place.status == .ambiguous else { return }
    for index in view.candidates.indices { candidates.append(Int32(view.candidates[index])) }
  }

  private mutating func writeUnits(
    _ view: borrowing DecisionView, to decision: inout fenliu_decision
  ) {
    let plan = view.router.plan
    func part(_ assignment: Assignment) -> fenliu_part {
      unsafe fenliu_part(
        unit: Int32(assignment.unit), reserved: 0,
        name: plan.strings.view(plan.units[Int(assignment.unit)].name),
        role: plan.strings.view(assignment.role))
    }
    unsafe decision.lead =
      view.lead.map(part) ?? fenliu_part(unit: -1, reserved: 0, name: .absent, role: .absent)
    for index in view.coUnits.indices { unsafe coUnits.append(part(view.coUnits[index])) }
    for index in view.notified.indices { unsafe notified.append(part(view.notified[index])) }
  }

  /// Makes the decision point to the arrays, which no longer change.
  private func point(_ decision: inout fenliu_decision) {
    unsafe decision.co_units = coUnits.table.pointer
    unsafe decision.co_unit_count = coUnits.count
    unsafe decision.notify = notified.table.pointer
    unsafe decision.notify_count = notified.count
    unsafe decision.alternatives = alternatives.table.pointer
    unsafe decision.alternative_count = alternatives.count
    unsafe decision.obligations = obligations.table.pointer
    unsafe decision.obligation_count = obligations.count
    unsafe decision.candidates = candidates.table.pointer
    unsafe decision.candidate_count = candidates.count
    unsafe decision.channels = channels.table.pointer
    unsafe decision.channel_count = channels.count
    unsafe decision.basis = basis.table.pointer
    unsafe decision.basis_count = basis.count
    unsafe decision.evidence = evidence.table.pointer
    unsafe decision.evidence_count = evidence.count
  }
}
