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
    guard let before = old.instructions_per_call, let after = new.instructions_per_call, before > 0
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
    add("calls/s", old.achieved_per_s, new.achieved_per_s) { Int($0).grouped }
    for (kind, path) in [
      ("latency", \BenchRecord.latency_ns), ("without stalls", \.latency_without_stalls_ns),
      ("machine alone", \.hiccup_ns),
    ] {
      for (before, after) in zip(old[keyPath: path].named, new[keyPath: path].named) {
        add("\(kind) \(before.name)", Double(before.value), Double(after.value), duration)
      }
    }
    for stage in ["fold", "scan", "classify", "place", "route"] {
      add(
        "\(stage), ns/char", old.stages[stage]?.ns_per_char, new.stages[stage]?.ns_per_char, digits)
    }
    add("instructions/call", old.instructions_per_call, new.instructions_per_call, digits)
    add("allocations/call", old.allocations_per_call, new.allocations_per_call, digits)
    add("pack load", Double(old.pack_load_ns), Double(new.pack_load_ns), duration)
    add("pack bytes", Double(old.pack_bytes), Double(new.pack_bytes)) { Int($0).grouped }
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
