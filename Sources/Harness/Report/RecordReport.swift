/// A record as people read it.
package struct RecordReport {
  private let record: BenchRecord

  package init(_ record: BenchRecord) { self.record = record }

  package var text: String {
    [head, latencies, stalls, stages, figures, hostile].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private var head: String {
    var text = ""
    func add(_ name: String, _ value: String) {
      text += name + String(repeating: " ", count: max(16 - name.count, 1)) + value + "\n"
    }
    for (name, value) in record.environment.lines { add(name, value) }
    add("scenario", "\(record.scenario), pack \(record.pack), \(record.threads) thread(s)")
    add(
      "calls",
      "\(record.calls.grouped) of \(digits(record.charactersPerCall)) characters on average, in \(digits(record.seconds)) s"
    )
    if let offered = record.offeredPerS {
      add(
        "rate",
        "\(Int(offered).grouped) calls/s offered, \(Int(record.achievedPerS).grouped) answered")
      if record.achievedPerS < offered * 0.98 {
        add("", "OVERLOADED: calls came in faster than they were answered; stalls are no excuse")
      }
    } else {
      add("rate", "\(Int(record.achievedPerS).grouped) calls/s at full speed")
    }
    return text
  }

  private var latencies: String {
    guard record.calls > 0, record.latencyNs.max > 0 else { return "" }
    var table = TextColumns()
    let from = record.offeredPerS == nil ? "from start" : "from arrival"
    table.add("latency \(from)", "all calls", "without stalls", "machine alone")
    for ((all, without), alone) in zip(
      zip(record.latencyNs.named, record.latencyWithoutStallsNs.named), record.hiccupNs.named)
    {
      table.add(
        "  " + all.name, duration(Double(all.value)), duration(Double(without.value)),
        duration(Double(alone.value)))
    }
    return table.text + "machine alone: \(record.hiccupMeter)\n"
  }

  /// The longest stalls that hit a call.
  private var stalls: String {
    guard record.stallsSeen > 0 else { return "" }
    let hit = record.stalls.filter { $0.calls > 0 }
    var text =
      "stalls over 50 µs: \(record.stallsSeen), hit \(record.callsInStalls.grouped) calls\n"
    guard !hit.isEmpty else { return text }
    var table = TextColumns()
    table.add("  at", "length", "until drained", "calls", "thread", "seen by")
    for stall in hit.prefix(8) {
      table.add(
        "  " + duration(stall.atMs * 1e6), duration(stall.lengthUs * 1000),
        duration(stall.untilDrainedUs * 1000), "\(stall.calls)", "\(stall.thread)", stall.seenBy)
    }
    text += table.text
    if hit.count > 8 { text += "  and \(hit.count - 8) shorter ones in the record\n" }
    return text
  }

  private var stages: String {
    guard !record.stages.isEmpty else { return "" }
    var table = TextColumns()
    table.add("stage", "ns/char", "ns/call")
    var sum = (char: 0.0, call: 0.0)
    for name in ["fold", "scan", "classify", "place", "route"] {
      guard let cost = record.stages[name] else { continue }
      table.add("  " + name, digits(cost.nsPerChar), digits(cost.nsPerCall))
      sum = (sum.char + cost.nsPerChar, sum.call + cost.nsPerCall)
    }
    table.add("  together", digits(sum.char), digits(sum.call))
    return table.text
  }

  private var figures: String {
    var table = TextColumns()
    table.add("instructions/call", record.instructionsPerCall.map(digits) ?? "not counted")
    table.add("allocations/call", record.allocationsPerCall.map(digits) ?? "not counted")
    table.add("pack load", duration(Double(record.packLoadNs)))
    table.add("pack size", "\(record.packBytes.grouped) bytes")
    if let memory = record.memory {
      table.add("resident memory", "\(memory.residentBytes.grouped) bytes")
      table.add("its peak", "\(memory.peakBytes.grouped) bytes")
    }
    return table.text
  }

  private var hostile: String {
    guard let costs = record.hostile, !costs.isEmpty else { return "" }
    var table = TextColumns()
    table.add("text", "characters", "ns/char", "to normal")
    for cost in costs {
      table.add(
        cost.shape, cost.characters.grouped, digits(cost.nsPerChar), "\(digits(cost.ratio))×")
    }
    return table.text
  }
}
