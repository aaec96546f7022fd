extension Metrics {
  /// The text format of Prometheus. Series stand in order, so two readings can be compared.
  func text(of current: CurrentPack) -> String {
    let counts = snapshot
    let pack = current.pack
    let reloads = current.reloads
    var text = MetricsText()
    text.family("fenliu_requests_total", .counter, "Requests answered, by address and status.")
    for (key, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
      text.line(
        "fenliu_requests_total", [("endpoint", key.endpoint), ("code", "\(key.code)")], "\(count)")
    }
    text.family("fenliu_errors_total", .counter, "Requests answered with a status of 400 or more.")
    let errors = counts.requests.filter { $0.key.code >= 400 }.values.reduce(0, +)
    text.line("fenliu_errors_total", [], "\(errors)")
    text.family("fenliu_requests_in_flight", .gauge, "Requests under way.")
    text.line("fenliu_requests_in_flight", [], "\(counts.inFlight)")
    text.family("fenliu_calls_total", .counter, "Calls routed.")
    text.line("fenliu_calls_total", [], "\(counts.calls)")
    text.family("fenliu_bad_lines_total", .counter, "Lines of batches that were no call.")
    text.line("fenliu_bad_lines_total", [], "\(counts.badLines)")
    text.family(
      "fenliu_request_duration_seconds", .histogram, "From a request's head to its answer.")
    for (endpoint, buckets) in counts.seconds.sorted(by: { $0.key < $1.key }) {
      let name = "fenliu_request_duration_seconds"
      for (bound, count) in buckets.cumulative {
        text.line(name + "_bucket", [("endpoint", endpoint), ("le", bound)], "\(count)")
      }
      text.line(name + "_sum", [("endpoint", endpoint)], "\(buckets.sum)")
      text.line(name + "_count", [("endpoint", endpoint)], "\(buckets.count)")
    }
    text.family("fenliu_pack_info", .gauge, "The pack in use.")
    text.line("fenliu_pack_info", [("pack", pack.id), ("digest", pack.digest)], "1")
    text.family("fenliu_reloads_total", .counter, "Times the pack was read anew.")
    text.line("fenliu_reloads_total", [("result", "failed")], "\(reloads.failed)")
    text.line("fenliu_reloads_total", [("result", "ok")], "\(reloads.succeeded)")
    text.family("fenliu_log_lines_lost_total", .counter, "Lines that could not be logged.")
    text.line("fenliu_log_lines_lost_total", [], "\(logLoss.count)")
    return text.text
  }
}

/// Writes the text format of Prometheus.
private struct MetricsText {
  enum Kind: String { case counter, gauge, histogram }

  private(set) var text = ""

  mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// - Parameter labels: their values are ids, digits or hexadecimal: nothing to escape.
  mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
    let list = labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    text += name + (list.isEmpty ? "" : "{\(list)}") + " \(value)\n"
  }
}
