import ArgumentParser
import Harness

/// Routes the training calls over and over on one core and prints what each call took.
///
/// The bar: p99.9 below one millisecond, stalls of the machine left out.
struct Smoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Routes a corpus on one core at full speed; fails if p99.9 reaches 1 ms.")

  @OptionGroup var options: SubjectOptions
  @Option(help: "Calls to route.") var calls = 200_000
  @Argument(help: "Corpus: TSV with a text column, or a call a line.") var files: [String] = []

  /// Latency from which p99.9 fails, in nanoseconds.
  static let bar: UInt64 = 1_000_000

  func run() throws {
    let subject = try options.subject(files: files)
    var scenario = Scenario(name: "smoke")
    scenario.calls = calls
    scenario.warmUp = subject.calls.count
    let result = LoadRun(scenario).run(subject)

    for (name, value) in Environment.current.lines { line(name, value) }
    line("pack", "\(subject.pack), \(subject.imageBytes) bytes")
    line(
      "corpus", "\(subject.calls.count) calls, \(Int(subject.charactersPerCall)) characters each")
    line("calls", "\(result.calls) (\(result.urgent) urgent)")
    line("throughput", "\(Int(result.achievedPerSecond)) calls/s on one core")
    let all = result.excuses.all.percentiles
    let without = result.excuses.withoutStalls.percentiles
    for (all, without) in zip(all.named, without.named) {
      line(all.name, "\(all.value) ns, \(without.value) ns without stalls")
    }
    line("stalls", "\(result.excuses.named.count), hit \(result.excuses.excused) calls")
    if without.p999 >= Self.bar {
      print("FAILED: p99.9 without stalls is \(without.p999) ns, the bar is \(Self.bar) ns")
      throw ExitCode(1)
    }
    print("passed: p99.9 without stalls is below \(Self.bar) ns")
  }

  private func line(_ name: String, _ value: String) {
    print(name + String(repeating: " ", count: max(16 - name.count, 1)) + value)
  }
}
