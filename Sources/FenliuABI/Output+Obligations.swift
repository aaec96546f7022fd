import CFenliu
import Pack
import Routing

extension Output {
  /// Who owes what by when.
  mutating func writeObligations(
    _ view: borrowing DecisionView, to decision: inout fenliu_decision
  ) {
    let plan = view.router.plan
    let instant = view.instant
    for index in view.obligations.indices {
      let owed = view.obligations[index]
      let row = plan.obligations[Int(owed.obligation)]
      var item = unsafe fenliu_obligation()
      unsafe item.unit = Int32(owed.unit)
      unsafe item.owner = plan.strings.view(plan.units[Int(owed.unit)].name)
      unsafe item.action = plan.strings.view(row.action)
      unsafe item.within = plan.strings.optionalView(row.within)
      unsafe item.from = plan.strings.view(row.from)
      unsafe item.condition = plan.strings.optionalView(row.condition)
      unsafe item.basis = plan.strings.view(row.rule)
      switch plan.due(row, receivedAt: instant) {
      case .unknown: unsafe item.due = FENLIU_DUE_UNKNOWN
      case .outsideCalendar: unsafe item.due = FENLIU_DUE_OUTSIDE_CALENDAR
      case .at(let due):
        unsafe item.due = FENLIU_DUE_AT
        unsafe item.due_seconds = due.seconds
        unsafe item.due_offset = due.offset
      }
      unsafe obligations.append(item)
    }
  }
}
