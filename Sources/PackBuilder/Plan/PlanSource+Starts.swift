import Routing

/// What may be counted from the call's time where a limit runs from some event.
enum StartEvent: String {
  /// The event is the receipt of the call: minutes and days may be.
  case clock
  /// The event falls on the day of the call: only days may be.
  case days

  /// Whether a limit of this kind may be.
  func allows(_ clock: ObligationRecord.Clock) -> Bool {
    switch clock {
    case .none: false
    case .seconds: self == .clock
    case .workingDays: true
    }
  }
}

extension PlanSource {
  /// Reads `base/starts.tsv`: the events limits run from that the call's time tells.
  mutating func readStarts(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table("base/starts.tsv", required: ["event", "counts"], into: &diagnostics)
    for row in table?.rows ?? [] {
      guard let start = StartEvent(rawValue: row["counts"]) else {
        diagnostics.error(row, "counts 应为 clock 或 days，不是“\(row["counts"])”")
        continue
      }
      if starts[row["event"]] != nil { diagnostics.error(row, "事件“\(row["event"])”出现两次；请删去一行") }
      starts[row["event"]] = start
      startRows.append(row)
    }
  }
}
