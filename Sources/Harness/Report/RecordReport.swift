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
      "\(record.calls.grouped) of \(digits(record.characters_per_call)) characters on average, in \(digits(record.seconds)) s"
    )
    if let offered = record.offered_per_s {
      add(
        "rate",
        "\(Int(offered).grouped) calls/s offered, \(Int(record.achieved_per_s).grouped) answered")
      if record.achieved_per_s < offered * 0.98 {
        add("", "OVERLOADED: calls came in faster than they were answered; stalls are no excuse")
      }
    } else {
      add("rate", "\(Int(record.achieved_per_s).grouped) calls/s at full speed")
    }
    return text
  }

  private var latencies: String {
    guard record.calls > 0, record.latency_ns.max > 0 else { return "" }
    var table = TextColumns()
    let from = record.offered_per_s == nil ? "from start" : "from arrival"
    table.add("latency \(from)", "all calls", "without stalls", "machine alone")
    for ((all, without), alone) in zip(
      zip(record.latency_ns.named, record.latency_without_stalls_ns.named), record.hiccup_ns.named)
    {
      table.add(
        "  " + all.name, duration(Double(all.value)), duration(Double(without.value)),
        duration(Double(alone.value)))
    }
    return table.text + "machine alone: \(record.hiccup_meter)\n"
  }

  /// The longest stalls that hit a call.
  private var stalls: String {
    guard record.stalls_seen > 0 else { return "" }
    let hit = record.stalls.filter { $0.calls > 0 }
    var text =
      "stalls over 50 µs: \(record.stalls_seen), hit \(record.calls_in_stalls.grouped) calls\n"
    guard !hit.isEmpty else { return text }
    var table = TextColumns()
    table.add("  at", "length", "until drained", "calls", "thread", "seen by")
    for stall in hit.prefix(8) {
      table.add(
        "  " + duration(stall.at_ms * 1e6), duration(stall.length_us * 1000),
        duration(stall.until_drained_us * 1000), "\(stall.calls)", "\(stall.thread)", stall.seen_by)
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
      table.add("  " + name, digits(cost.ns_per_char), digits(cost.ns_per_call))
      sum = (sum.char + cost.ns_per_char, sum.call + cost.ns_per_call)
    }
    table.add("  together", digits(sum.char), digits(sum.call))
    return table.text
  }

  private var figures: String {
    var table = TextColumns()
    table.add("instructions/call", record.instructions_per_call.map(digits) ?? "not counted")
    table.add("allocations/call", record.allocations_per_call.map(digits) ?? "not counted")
    table.add("pack load", duration(Double(record.pack_load_ns)))
    table.add("pack size", "\(record.pack_bytes.grouped) bytes")
    if let memory = record.memory {
      table.add("resident memory", "\(memory.resident_bytes.grouped) bytes")
      table.add("its peak", "\(memory.peak_bytes.grouped) bytes")
    }
    return table.text
  }

  private var hostile: String {
    guard let costs = record.hostile, !costs.isEmpty else { return "" }
    var table = TextColumns()
    table.add("text", "characters", "ns/char", "to normal")
    for cost in costs {
      table.add(
        cost.shape, cost.characters.grouped, digits(cost.ns_per_char), "\(digits(cost.ratio))×")
    }
    return table.text
  }
}
