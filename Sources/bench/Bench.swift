import ArgumentParser

/// The latency harness.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures routing: throughput, latency under load, cost of each stage.",
    subcommands: [
      Smoke.self, RunCommand.self, CompareCommand.self, ReplayCommand.self, ScanCommand.self,
      NationCommand.self,
      FilterCommand.self,
    ],
    defaultSubcommand: Smoke.self)
}
