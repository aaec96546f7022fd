/// Two records side by side.
package struct RecordComparison {
  private let old: BenchRecord
  private let new: BenchRecord
  /// How much instructions per call may grow, as a part of one.
  private let maxGrowth: Double

  package init(old: BenchRecord, new: BenchRecord, maxGrowth: Double = 0.03) {
    self.old = old
    self.new = new
    self.maxGrowth = maxGrowth
  }

  /// New to old, less one; nil where one of them was not counted.
  package var instructionGrowth: Double? {
    guard let before = old.instructionsPerCall, let after = new.instructionsPerCall, before > 0
    else { return nil }
    return after / before - 1
  }

  package var failed: Bool { instructionGrowth.map { $0 > maxGrowth } ?? false }

  /// Each figure with its ratio, and the judgement on the instructions.
  package var text: String {
    var table = TextColumns()
    table.add("\(new.scenario), \(new.pack)", "old", "new", "new/old")
    func add(_ name: String, _ before: Double?, _ after: Double?, _ show: (Double) -> String) {
      guard before != nil || after != nil else { return }
      var ratio = "–"
      if let before, let after, before > 0 { ratio = "\(digits(after / before))×" }
      table.add("  " + name, before.map(show) ?? "–", after.map(show) ?? "–", ratio)
    }
    add("calls/s", old.achievedPerS, new.achievedPerS) { Int($0).grouped }
    for (kind, path) in [
      ("latency", \BenchRecord.latencyNs), ("without stalls", \.latencyWithoutStallsNs),
      ("machine alone", \.hiccupNs),
    ] {
      for (before, after) in zip(old[keyPath: path].named, new[keyPath: path].named) {
        add("\(kind) \(before.name)", Double(before.value), Double(after.value), duration)
      }
    }
    for stage in ["fold", "scan", "classify", "place", "route"] {
      add(
        "\(stage), ns/char", old.stages[stage]?.nsPerChar, new.stages[stage]?.nsPerChar, digits)
    }
    add("instructions/call", old.instructionsPerCall, new.instructionsPerCall, digits)
    add("allocations/call", old.allocationsPerCall, new.allocationsPerCall, digits)
    add("pack load", Double(old.packLoadNs), Double(new.packLoadNs), duration)
    add("pack bytes", Double(old.packBytes), Double(new.packBytes)) { Int($0).grouped }
    return warnings + table.text + judgement
  }

  private var warnings: String {
    var text = ""
    if old.scenario != new.scenario || old.pack != new.pack {
      text += "note: these are \(old.scenario), \(old.pack) and \(new.scenario), \(new.pack)\n"
    }
    if old.environment.cpu != new.environment.cpu || old.environment.os != new.environment.os {
      text += "note: measured on different machines; only instructions compare\n"
    }
    return text
  }

  private var judgement: String {
    guard let growth = instructionGrowth else {
      return "instructions per call: not counted in both records, nothing to judge\n"
    }
    let change = "\(growth < 0 ? "" : "+")\(digits(growth * 100))%"
    return failed
      ? "FAILED: instructions per call \(change), at most +\(digits(maxGrowth * 100))%\n"
      : "passed: instructions per call \(change), at most +\(digits(maxGrowth * 100))%\n"
  }
}
