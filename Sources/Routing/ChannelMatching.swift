import Classifier
import Pack

extension Router {
  /// Collects the channels that serve a call: those of the units that have a part in it, and those
  /// of all units, where their conditions hold. O(channels).
  func collectChannels(
    _ plan: Plan, _ verdict: Verdict, _ outcome: PlanOutcome, scratch: inout Scratch
  ) {
    guard let lead = outcome.lead else { return }
    noteParts(lead, scratch: &scratch)
    for index in plan.channels.indices {
      let channel = plan.channels[index]
      guard
        channel.unit == UInt32(noIndex) || scratch.units.contains(Int(channel.unit)),
        holds(channel.conditions, plan, verdict, outcome, scratch: &scratch)
      else { continue }
      scratch.channels.append(UInt16(index))
    }
  }

  /// Notes the units that have a part in the call.
  private func noteParts(_ lead: Assignment, scratch: inout Scratch) {
    scratch.units.removeAll()
    _ = scratch.units.insert(Int(lead.unit))
    for index in scratch.coUnits.indices {
      _ = scratch.units.insert(Int(scratch.coUnits[index].unit))
    }
    for index in scratch.notified.indices {
      _ = scratch.units.insert(Int(scratch.notified[index].unit))
    }
    for index in scratch.obligations.indices {
      _ = scratch.units.insert(Int(scratch.obligations[index].unit))
    }
  }
}
