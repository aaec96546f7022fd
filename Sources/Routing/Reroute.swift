import Classifier
import Pack

/// A unit's word that it does not take a call.
public struct Refusal: Sendable, Equatable {
  /// The unit's name, one of its aliases, or its id; in a `Reroute` its name.
  public var unit: String
  public var reason: String

  public init(unit: String, reason: String) {
    self.unit = unit
    self.reason = reason
  }
}

/// Where a call goes after refusals.
public struct Reroute: Sendable, Equatable {
  public enum Step: Sendable, Equatable {
    /// A unit that has not refused, and why it is asked.
    case unit(Decision.Part, why: String)
    /// No unit is left to ask: who settles it, and how.
    case arbiter(Decision.Unit, action: String, basis: [Decision.Citation])
    /// Nobody is left; the call needs a person.
    case end
  }

  /// The lead unit of the decision.
  public var from: Decision.Unit?
  /// By the plan's names, each unit once, in the order given.
  public var refused: [Refusal]
  public var next: Step

  /// What stands in the output at the end.
  public static let endText = "无单位可转，由值班领导决定"
}

extension Router {
  /// The next unit for a call that units have refused.
  ///
  /// In this order, never a unit that refused: the decision's lead; its co-units; the plan's
  /// other lead, fallback and co rows for the category, then for each alternative that is as
  /// close as `review_margin` asks, unless the decision contradicts a row's conditions; the
  /// arbiters; the end. Each answer, refused in turn, is not given again, so a call ends after
  /// at most as many steps as the plan has units. The same input gives the same answer.
  /// O((categories + duties × conditions) × units); allocates.
  ///
  /// - Parameter decision: a decision by this router's pack.
  /// - Throws: `UnknownUnit` if a refusal names no unit of the plan: to ignore it could send the
  ///   call back to the unit that refused.
  public func reroute(
    _ decision: Decision, refused: [Refusal]
  ) throws(UnknownUnit) -> Reroute {
    let (units, refusals) = try plan.resolve(refused)
    let next =
      assigned(in: decision, besides: units) ?? planned(for: decision, besides: units)
      ?? arbiter(besides: units) ?? .end
    return Reroute(from: decision.lead?.unit, refused: refusals, next: next)
  }

  private func assigned(in decision: Decision, besides refused: Set<String>) -> Reroute.Step? {
    if let lead = decision.lead, !refused.contains(lead.unit.id) {
      return .unit(lead, why: "本次分流的主办单位")
    }
    return decision.coUnits.first { !refused.contains($0.unit.id) }
      .map { .unit($0, why: "本次分流的协同单位") }
  }

  private func planned(for decision: Decision, besides refused: Set<String>) -> Reroute.Step? {
    for reading in readings(of: decision) {
      for (part, name) in Self.parts {
        for index in plan.duties.indices {
          let duty = plan.duties[index]
          let isGeneral = duty.category == noIndex
          let unit = unit(at: Int(duty.unit))
          guard duty.part == part, !refused.contains(unit.id),
            isGeneral ? reading.side != .none : Int(duty.category) == reading.category
          else { continue }
          let truth = truth(of: duty.conditions, for: decision, as: reading)
          guard truth != .contradicted else { continue }
          var why = reading.isAlternative ? "来电也可能是“\(reading.name)”：" : ""
          why += isGeneral ? "方案各类通用的" : "方案里“\(reading.name)”的"
          why += name + "（\(rules(duty.citations).map(\.rule).joined(separator: "、"))）"
          if truth == .open { why += "，条件须核实" }
          return .unit(Decision.Part(unit: unit, role: plan.strings[duty.role]), why: why)
        }
      }
    }
    return nil
  }

  private func arbiter(besides refused: Set<String>) -> Reroute.Step? {
    for index in plan.arbiters.indices {
      let row = plan.arbiters[index]
      let unit = unit(at: Int(row.unit))
      if refused.contains(unit.id) { continue }
      return .arbiter(unit, action: plan.strings[row.action], basis: rules(row.citations))
    }
    return nil
  }

  private func unit(at index: Int) -> Decision.Unit {
    let record = plan.units[index]
    return Decision.Unit(id: plan.strings[record.id], name: plan.strings[record.name])
  }

  private func rules(_ list: ListRef) -> [Decision.Citation] {
    list.range.map { index in
      let record = plan.citations[Int(plan.citationLists[index])]
      return Decision.Citation(
        rule: plan.strings[record.rule], document: plan.strings[record.document],
        section: plan.strings[record.section])
    }
  }

  /// The parts of duty rows that may take over, in this order; who is only told never does.
  private static let parts: [(DutyRecord.Part, String)] = [
    (.lead, "主办单位"), (.fallback, "后备主办单位"), (.co, "协同单位"),
  ]
}
