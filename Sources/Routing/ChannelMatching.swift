import Classifier
import Pack

extension Router {
  /// Collects the channels that serve a call: those of the units that have a part in it, and those
  /// of all units, where their conditions hold. O(channels × units with a part).
  func collectChannels(
    _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome, scratch: inout Scratch
  ) {
    guard outcome.lead != nil else { return }
    for index in plan.channels.indices {
      let channel = plan.channels[index]
      guard
        channel.unit == UInt32(noIndex)
          || hasPart(channel.unit, outcome.lead, scratch: scratch),
        holds(channel.conditions, plan, verdict, outcome, scratch: scratch)
      else { continue }
      scratch.channels.append(UInt16(index))
    }
  }

  private func hasPart(
    _ unit: UInt32, _ lead: Assignment?, scratch: borrowing Scratch
  ) -> Bool {
    if lead?.unit == unit { return true }
    for index in scratch.coUnits.indices where scratch.coUnits[index].unit == unit { return true }
    for index in scratch.notified.indices where scratch.notified[index].unit == unit { return true }
    for index in scratch.obligations.indices where scratch.obligations[index].unit == unit {
      return true
    }
    return false
  }
}
