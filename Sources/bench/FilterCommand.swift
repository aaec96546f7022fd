import ArgumentParser
import Harness

/// `fenliu route` from a file of calls to /dev/null, beside the library on the same calls.
struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "What `fenliu route` keeps of the library's rate; fails below the bar.")

  @OptionGroup var options: SubjectOptions
  @Option(help: "The program.") var command = ".build/release/fenliu"
  @Option(help: "Calls of a round: the corpus over and over.") var calls = 100_000
  @Option(help: "Rounds of both in turn, on one core and on all.") var rounds = 3
  @Option(help: "The least part of the library's rate.") var bar = 0.6

  func validate() throws {
    guard calls > 0, rounds > 0 else {
      throw ValidationError("--calls and --rounds must be at least 1")
    }
  }

  func run() throws {
    do { try measure() } catch let error as ScenarioError {
      throw ValidationError(error.description)
    }
  }

  private func measure() throws {
    let run = FilterRun(try options.subject(), command: command, calls: calls, rounds: rounds)
    let all = max(Environment.current.cores, 1)
    for (name, value) in Environment.current.lines { print("\(name): \(value)") }
    print("\(calls.grouped) calls a round, \(rounds) rounds of each in turn, JSON to /dev/null")
    var least = Double.infinity
    for cores in Set([1, all]).sorted() {
      let figures = try run.figures(cores: cores)
      print(
        "\(cores) core(s): library \(Int(figures.library).grouped) calls/s, fenliu route "
          + "\(Int(figures.filter).grouped) calls/s, ratio \(digits(figures.ratio)), by time on "
          + "a core \(digits(figures.processorRatio))")
      least = min(least, figures.ratio)
    }
    print("\(least < bar ? "FAILED" : "passed"): at least \(digits(least)), the bar is \(bar)")
    if least < bar { throw ExitCode(1) }
  }
}
