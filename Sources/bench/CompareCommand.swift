import ArgumentParser
import Harness

/// Two records side by side; the gate's judgement on instructions per call.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two records; fails if instructions per call have grown too much.")

  @Option(help: "How much instructions per call may grow, in percent.") var maxGrowth = 3.0
  @Argument(help: "The record to compare with.") var old: String
  @Argument(help: "The new record.") var new: String

  func run() throws {
    do {
      let comparison = RecordComparison(
        old: try BenchRecord(file: old), new: try BenchRecord(file: new),
        maxGrowth: maxGrowth / 100)
      print(comparison.text, terminator: "")
      if comparison.failed { throw ExitCode(1) }
    } catch let error as ScenarioError {
      throw ValidationError(error.description)
    }
  }
}
