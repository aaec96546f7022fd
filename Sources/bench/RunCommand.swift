import ArgumentParser
import Foundation
import Harness

/// Runs a scenario and reports everything that is measured about a pack.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a scenario: calls by schedule, or at full speed.")

  @OptionGroup var options: SubjectOptions
  @Option(help: "Where the scenarios are.") var scenarios = "benchmarks/scenarios"
  @Option(help: "Threads that serve calls, each with its share of them.") var threads = 1
  @Option(help: "Part of a full-speed scenario's calls to run, 0…1; its own “sample” if not given.")
  var scale: Double?
  @Option(help: "Seed of arrivals and of the search for the worst text.") var seed: UInt64 = 1
  @Option(help: "Write the record to this file.") var json: String?
  @Flag(help: "Also count instructions per call; needs valgrind.") var instructions = false
  @Option(help: "The script that counts them.") var counter = "scripts/count-instructions"
  @Flag(help: "Draw the percentiles.") var plot = false
  @Argument(help: "Scenario: a name in the folder, or a path.") var scenario: String

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
    if let scale, !(scale > 0 && scale <= 1) {
      throw ValidationError("--scale must be above 0 and at most 1")
    }
  }

  func run() throws {
    do { try measure() } catch let error as ScenarioError {
      throw ValidationError(error.description)
    }
  }

  private func measure() throws {
    var scenario = try ScenarioFile.read(scenario, in: scenarios)
    if let scale { scenario.sample = scale }
    let subject = try options.subject(pack: scenario.packs == .all ? Subject.allPacks : nil)
    var run = ScenarioRun(subject, scenario)
    run.threads = threads
    run.seed = seed
    run.executable = Bundle.main.executablePath
    run.instructionCounter = instructions ? counter : nil
    let record = try run.measure()
    if !scenario.summary.isEmpty { print(scenario.summary + "\n") }
    print(RecordReport(record).text, terminator: "")
    if let text = run.extrapolation(record) { print("\n" + text) }
    if plot {
      print()
      print(
        Plot.text([
          ("all calls", record.latencyNs), ("machine alone", record.hiccupNs),
        ]), terminator: "")
    }
    if let json {
      try record.json().write(to: URL(fileURLWithPath: json))
      print("\nrecord: \(json)")
    }
    if let costs = record.hostile { try judge(costs) }
  }

  private func judge(_ costs: [HostileCost]) throws {
    guard let worst = costs.max(by: { $0.ratio < $1.ratio }) else { return }
    let text =
      "the dearest text (\(worst.shape), \(worst.characters.grouped) characters)"
      + " takes \(digits(worst.ratio))× the normal cost, the bar is \(digits(HostileRun.bar))×"
    print("\n\(worst.ratio > HostileRun.bar ? "FAILED" : "passed"): \(text)")
    if worst.ratio > HostileRun.bar { throw ExitCode(1) }
  }
}
