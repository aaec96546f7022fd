import Routing

/// Offers the calls of a scenario to a router, with the hiccup meter beside it.
package struct LoadRun: Sendable {
  package var scenario: Scenario
  package var threads = 1
  package var seed: UInt64 = 1
  /// Calls of a full-speed run, all threads together.
  package var calls = 0

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    calls = max(Int(Double(scenario.calls) * scenario.sample), 1)
  }

  /// What came of it.
  package struct Result: Sendable {
    package var calls = 0
    package var urgent = 0
    /// nil at full speed.
    package var offeredPerSecond: Double?
    package var achievedPerSecond = 0.0
    package var seconds = 0.0
    package var excuses = Excuses()
    package var hiccups = LatencyHistogram()
    package var meter = ""
  }

  private enum Part: Sendable {
    case calls(ThreadResult, start: UInt64)
    case hiccups(ThreadResult)
  }

  /// Runs to the end of the scenario. The last core serves the first thread.
  package func run(_ subject: Subject) -> Result {
    let cores = Affinity.cores
    let meter = HiccupMeter()
    let way: HiccupMeter.Way =
      threads < cores.count ? .spinning(core: cores[cores.count - 1 - threads]) : .sleeping
    let line = StartingLine(threads: threads + 1)
    let running = Countdown(threads)
    let parts = onThreads(threads + 1) { index -> Part in
      guard index < threads else {
        let schedule = meterSchedule
        return .hiccups(meter.run(way, schedule: schedule, from: line.wait()))
      }
      if !cores.isEmpty { Affinity.pin(to: cores[cores.count - 1 - index % cores.count]) }
      let part = serve(subject, thread: index, line)
      if running.down() { meter.stop() }
      return part
    }
    return summary(parts, way)
  }

  /// One thread's share.
  private func serve(_ subject: Subject, thread: Int, _ line: StartingLine) -> Part {
    var server = CallServer(subject, first: thread * subject.calls.count / threads)
    for _ in 0..<scenario.warmUp { server.serveNext() }
    server.urgent = 0
    if scenario.load == .full {
      let share = calls / threads + (thread < calls % threads ? 1 : 0)
      let start = line.wait()
      var result = FullSpeed.run(share, from: start) { _ in server.serveNext() }
      result.urgent = server.urgent
      return .calls(result, start: start)
    }
    let arrivals = Arrivals.schedule(scenario, threads: threads, seed: seed &+ UInt64(thread))
    let start = line.wait()
    var result = OpenLoop.run(arrivals, from: start) { _ in server.serveNext() }
    result.urgent = server.urgent
    return .calls(result, start: start)
  }

  /// The calls' own schedule, so that both latencies are counted alike; every 10 µs at full speed.
  private var meterSchedule: [UInt64] {
    guard scenario.load != .full else { return Arrivals.regular(every: 10_000, count: 100_000) }
    let schedule = Arrivals.schedule(scenario, threads: threads, seed: seed)
    return schedule.isEmpty ? [0] : schedule
  }

  private func summary(_ parts: [Part], _ way: HiccupMeter.Way) -> Result {
    var result = Result()
    var meterStalls: [Stall] = []
    for case .hiccups(let measured) in parts {
      result.hiccups.add(measured.fast)
      for call in measured.slow { result.hiccups.record(call.latency) }
      if way != .sleeping { meterStalls = measured.stalls }
    }
    var end: UInt64 = 0
    var begin = UInt64.max
    for (thread, part) in parts.enumerated() {
      guard case .calls(let measured, let start) = part else { continue }
      result.excuses.add(measured, thread: thread, meter: meterStalls, start: start)
      result.calls += measured.calls
      result.urgent += measured.urgent
      begin = min(begin, start)
      end = max(end, measured.end)
    }
    result.seconds = Double(end - begin) / 1e9
    result.achievedPerSecond = Double(result.calls) / result.seconds
    if scenario.load != .full {
      result.offeredPerSecond = Double(result.calls) / scenario.seconds
    }
    result.meter = way.text
    return result
  }
}
