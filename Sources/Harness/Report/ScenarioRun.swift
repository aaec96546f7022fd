import Foundation

/// Runs a scenario and measures what else a record holds.
package struct ScenarioRun {
  private let subject: Subject
  private let scenario: Scenario
  package var threads = 1
  package var seed: UInt64 = 1
  /// The script that counts instructions; nil leaves them out.
  package var instructionCounter: String?
  /// The program `bench`, to see how much memory another process needs; nil leaves that out.
  package var executable: String?

  package init(_ subject: Subject, _ scenario: Scenario) {
    self.subject = subject
    self.scenario = scenario
  }

  /// - Throws: `ScenarioError`, or what writing the pack's file throws.
  package func measure() throws -> BenchRecord {
    var result: LoadRun.Result
    var hostile: [HostileCost]?
    if scenario.load == .hostile {
      hostile = HostileRun(subject).run(seed: seed)
      result = LoadRun(ordinaryCalls).run(subject)
    } else {
      var run = LoadRun(scenario)
      run.threads = threads
      run.seed = seed
      result = run.run(subject)
    }
    return BenchRecord(
      scenario: scenario.name, pack: subject.pack,
      date: Date().formatted(.iso8601),
      calls: result.calls, offered_per_s: result.offeredPerSecond?.rounded(digits: 1),
      achieved_per_s: result.achievedPerSecond.rounded(digits: 1),
      seconds: result.seconds.rounded(digits: 3), threads: scenario.load == .hostile ? 1 : threads,
      latency_ns: result.excuses.all.percentiles,
      latency_without_stalls_ns: result.excuses.withoutStalls.percentiles,
      calls_in_stalls: result.excuses.excused, hiccup_ns: result.hiccups.percentiles,
      hiccup_meter: result.meter, stalls: longest(result.excuses.named),
      stalls_seen: result.excuses.named.count, stages: try StageMeter(subject).measure(),
      instructions_per_call: try instructionCounter.map {
        try subject.instructionsPerCall(script: $0)
      },
      allocations_per_call: subject.allocationsPerCall(), pack_load_ns: try subject.packLoadTime(),
      pack_bytes: subject.imageBytes,
      characters_per_call: subject.charactersPerCall.rounded(digits: 1),
      memory: try executable.flatMap { try subject.memory(bench: $0) },
      hostile: hostile, environment: Environment.current)
  }

  /// What a sample says of the whole: plainly a multiplication, nothing else.
  package func extrapolation(_ record: BenchRecord) -> String? {
    guard scenario.load == .full, record.calls < scenario.calls else { return nil }
    let seconds = Double(scenario.calls) / record.achieved_per_s
    return "extrapolated, not run: \(scenario.calls.grouped) calls at this speed take "
      + "\(digits(seconds / 60)) minutes on \(threads) thread(s); "
      + "\(record.calls.grouped) of them were run (--scale 1 runs all)"
  }

  /// Beside odd texts: ordinary calls at full speed, for the record's other fields.
  private var ordinaryCalls: Scenario {
    var ordinary = Scenario(name: scenario.name)
    ordinary.calls = max(scenario.calls, subject.calls.count)
    return ordinary
  }

  private func longest(_ stalls: [NamedStall]) -> [NamedStall] {
    Array(
      stalls.sorted { ($0.length_us, $1.at_ms) > ($1.length_us, $0.at_ms) }
        .prefix(BenchRecord.mostStalls))
  }
}
