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
      calls: result.calls, offeredPerS: result.offeredPerSecond?.rounded(digits: 1),
      achievedPerS: result.achievedPerSecond.rounded(digits: 1),
      seconds: result.seconds.rounded(digits: 3), threads: scenario.load == .hostile ? 1 : threads,
      latencyNs: result.excuses.all.percentiles,
      latencyWithoutStallsNs: result.excuses.withoutStalls.percentiles,
      callsInStalls: result.excuses.excused, hiccupNs: result.hiccups.percentiles,
      hiccupMeter: result.meter, stalls: longest(result.excuses.named),
      stallsSeen: result.excuses.named.count, stages: try StageMeter(subject).measure(),
      instructionsPerCall: try instructionCounter.map {
        try subject.instructionsPerCall(script: $0)
      },
      allocationsPerCall: subject.allocationsPerCall(), packLoadNs: try subject.packLoadTime(),
      packBytes: subject.imageBytes,
      charactersPerCall: subject.charactersPerCall.rounded(digits: 1),
      memory: try executable.flatMap { try subject.memory(bench: $0) },
      hostile: hostile, environment: Environment.current)
  }

  /// What a sample says of the whole: plainly a multiplication, nothing else.
  package func extrapolation(_ record: BenchRecord) -> String? {
    guard scenario.load == .full, record.calls < scenario.calls else { return nil }
    let seconds = Double(scenario.calls) / record.achievedPerS
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
      stalls.sorted { ($0.lengthUs, $1.atMs) > ($1.lengthUs, $0.atMs) }
        .prefix(BenchRecord.mostStalls))
  }
}
