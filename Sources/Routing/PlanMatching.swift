import Classifier
import Jurisdiction
import Pack

/// What the plan makes of a verdict.
struct PlanOutcome {
  var policing: Policing
  var level: Int?
  var lead: Assignment?
  var reasons: ReviewReasons
  /// True in the county town, nil where the place isn't known.
  var isUrban: Bool?
  /// Minute of the local day, nil where the time isn't known.
  var minute: Int?
}

extension Router {
  /// Applies the plan.
  ///
  /// Hit policy: rows are tried in the order of the compiled table (rows for all categories
  /// first, then each category's in file order). The first lead row that holds leads; all co and
  /// notify rows that hold are collected, each unit once, never the lead. In a joint call led by
  /// a row for all categories, the category's own lead joins as co-unit.
  func apply(
    _ plan: Plan, to verdict: Verdict, at place: PlaceResult, _ instant: Instant?,
    scratch: inout Scratch
  ) -> PlanOutcome {
    scratch.coUnits.removeAll()
    scratch.notified.removeAll()
    scratch.obligations.removeAll()
    scratch.channels.removeAll()
    scratch.basis.removeAll()

    var outcome = PlanOutcome(
      policing: verdict.policing, level: nil, lead: nil, reasons: [],
      isUrban: isUrban(place, scratch: &scratch), minute: instant?.inChina.minuteOfDay)
    for index in plan.policing.indices
    where Int(plan.policing[index].category) == verdict.category {
      let row = plan.policing[index]
      let side = Policing(rawValue: UInt8(row.policing)) ?? verdict.policing
      outcome.policing = side == .nonPolice && verdict.policeFirst ? .joint : side
      cite(row.citations, plan, &scratch.basis)
    }
    outcome.level = level(plan, verdict, outcome, scratch: &scratch)
    assignUnits(plan, verdict, &outcome, scratch: &scratch)
    collectObligations(plan, verdict, outcome, scratch: &scratch)
    collectChannels(plan, verdict, outcome, scratch: &scratch)
    if outcome.lead == nil, outcome.policing != .none { outcome.reasons.insert(.noUnit) }
    if let instant, !image.isInForce(on: instant.inChina.day) {
      outcome.reasons.insert(.notInForce)
    }
    return outcome
  }

  /// Whether the place lies in the county town: known if all townships it may be in agree.
  private func isUrban(_ place: PlaceResult, scratch: inout Scratch) -> Bool? {
    if let township = place.township { return gazetteer.isUrban(township) }
    guard place.status == .ambiguous, scratch.places.candidates.count > 0 else { return nil }
    let first = gazetteer.isUrban(Int(scratch.places.candidates[0]))
    for index in scratch.places.candidates.indices
    where gazetteer.isUrban(Int(scratch.places.candidates[index])) != first { return nil }
    return first
  }

  private func level(
    _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome, scratch: inout Scratch
  ) -> Int? {
    guard outcome.policing != .none else { return nil }
    var best: Int?
    for index in plan.levels.indices
    where best == nil || plan.levels[index].rank > plan.levels[best!].rank {
      if holds(plan.levels[index].conditions, plan, verdict, outcome, scratch: &scratch) {
        best = index
      }
    }
    if let best { cite(plan.levels[best].citations, plan, &scratch.basis) }
    return best
  }

  private func assignUnits(
    _ plan: Plan, _ verdict: Verdict, _ outcome: inout PlanOutcome, scratch: inout Scratch
  ) {
    // A category without dispatch may still have an owner (身份证 → 县公安局).
    let own = plan.duties(of: verdict.category)
    let general = outcome.policing == .none ? 0..<0 : plan.generalDuties
    var fallback: Assignment?
    for position in 0..<general.count + own.count {
      let isGeneral = position < general.count
      let index = isGeneral ? position : own.lowerBound + position - general.count
      let duty = plan.duties[index]
      guard holds(duty.conditions, plan, verdict, outcome, scratch: &scratch) else { continue }
      var assignment = Assignment(unit: UInt32(duty.unit), duty: UInt32(index), role: duty.role)
      switch duty.part {
      case .lead:
        if let lead = outcome.lead {
          let leadIsGeneral = plan.duties[Int(lead.duty)].category == noIndex
          guard outcome.policing == .joint, leadIsGeneral, !isGeneral, lead.unit != assignment.unit,
            !scratch.coUnits.hasOwnLead(of: plan)
          else { continue }
          assignment.role = plan.manifest.jointRole
          add(assignment, to: &scratch.coUnits, lead: outcome.lead)
        } else {
          outcome.lead = assignment
        }
      case .co: add(assignment, to: &scratch.coUnits, lead: outcome.lead)
      case .notify: add(assignment, to: &scratch.notified, lead: outcome.lead)
      case .fallback:
        if fallback == nil { fallback = assignment }
        continue
      }
      cite(duty.citations, plan, &scratch.basis)
    }
    if outcome.lead == nil, let fallback {
      outcome.lead = fallback
      cite(plan.duties[Int(fallback.duty)].citations, plan, &scratch.basis)
    }
  }

  private func add(
    _ assignment: Assignment, to list: inout Buffer<Assignment>, lead: Assignment?
  ) {
    if lead?.unit == assignment.unit { return }
    for index in list.indices where list[index].unit == assignment.unit { return }
    list.append(assignment)
  }

  private func collectObligations(
    _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome, scratch: inout Scratch
  ) {
    guard let lead = outcome.lead, outcome.policing != .none else { return }
    for index in plan.obligations.indices {
      let row = plan.obligations[index]
      guard holds(row.conditions, plan, verdict, outcome, scratch: &scratch) else { continue }
      switch row.owner {
      case .unit:
        scratch.obligations.append(Owed(obligation: UInt32(index), unit: UInt32(row.unit)))
      case .lead:
        scratch.obligations.append(Owed(obligation: UInt32(index), unit: lead.unit))
      case .coUnits:
        for co in scratch.coUnits.indices {
          scratch.obligations.append(
            Owed(obligation: UInt32(index), unit: scratch.coUnits[co].unit))
        }
      }
      cite(row.citations, plan, &scratch.basis)
    }
  }

  private func cite(_ list: ListRef, _ plan: Plan, _ basis: inout Buffer<UInt16>) {
    for index in list.range {
      let citation = plan.citationLists[index]
      if !basis.indices.contains(where: { basis[$0] == citation }) { basis.append(citation) }
    }
  }
}

extension Buffer<Assignment> {
  /// True if a category's own lead has joined already.
  fileprivate func hasOwnLead(of plan: Plan) -> Bool {
    indices.contains { plan.duties[Int(self[$0].duty)].part == .lead }
  }
}
