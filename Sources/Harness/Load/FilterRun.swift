import Foundation

/// `fenliu route` as a filter beside the library on the same calls: what reading, JSON and writing
/// leave of the rate.
package struct FilterRun {
  /// Calls a second of both, and how they compare, by number of cores.
  package struct Figures {
    package let cores: Int
    /// Median of the rounds.
    package let library: Double
    package let filter: Double
    /// Median of the rounds' own ratios: both sides of a round meet the same noise.
    package let ratio: Double
    /// The same by time on a core, which other work on the machine moves less.
    package let processorRatio: Double
  }

  private let subject: Subject
  private let command: String
  private let calls: Int
  private let rounds: Int

  /// - Parameter command: the program `fenliu`.
  package init(_ subject: Subject, command: String, calls: Int, rounds: Int) {
    self.subject = subject
    self.command = command
    self.calls = calls
    self.rounds = rounds
  }

  /// Runs both in turn. The filter opens its pack within the time that is measured.
  ///
  /// - Throws: `ScenarioError` if the command fails.
  package func figures(cores: Int) throws -> Figures {
    try withTemporaryFolder { folder in
      let (pack, input) = ("\(folder)/one.pack", "\(folder)/calls")
      try Data(subject.images[0]).write(to: URL(fileURLWithPath: pack))
      try lines.write(to: URL(fileURLWithPath: input))
      var rounds: [(library: Cost, filter: Cost)] = []
      for _ in 0..<self.rounds {
        rounds.append((library(cores), try filter(cores, pack: pack, input: input)))
      }
      return Figures(
        cores: cores,
        library: median(rounds.map { Double(calls) / $0.library.seconds }),
        filter: median(rounds.map { Double(calls) / $0.filter.seconds }),
        ratio: median(rounds.map { $0.library.seconds / $0.filter.seconds }),
        processorRatio: median(rounds.map { $0.library.processor / $0.filter.processor }))
    }
  }

  private struct Cost {
    let seconds: Double
    /// Seconds on a core, of all threads together.
    let processor: Double
  }

  /// The calls of the subject over and over, a line each.
  private var lines: Data {
    var lines = Data()
    for index in 0..<calls {
      unsafe lines.append(contentsOf: subject.calls[index % subject.calls.count])
      lines.append(0x0A)
    }
    return lines
  }

  private func library(_ cores: Int) -> Cost {
    let line = StartingLine(threads: cores)
    let own = Affinity.cores
    let parts = onThreads(cores) { [subject, calls] thread in
      if !own.isEmpty { Affinity.pin(to: own[thread % own.count]) }
      let share = calls * (thread + 1) / cores - calls * thread / cores
      var server = CallServer(subject, first: thread * subject.calls.count / cores)
      for _ in 0..<subject.calls.count { server.serveNext() }
      let start = line.wait()
      Nanoclock.sleep(until: start)
      let before = Nanoclock.threadTime
      for _ in 0..<share { server.serveNext() }
      return (start: start, end: Nanoclock.now, processor: Nanoclock.threadTime - before)
    }
    let end = parts.map(\.end).max() ?? 0
    return Cost(
      seconds: Double(end - (parts.first?.start ?? end)) / 1e9,
      processor: Double(parts.reduce(0) { $0 + $1.processor }) / 1e9)
  }

  private func filter(_ cores: Int, pack: String, input: String) throws -> Cost {
    let list = Affinity.cores.prefix(cores).map(String.init).joined(separator: ",")
    let pinned = list.isEmpty ? [] : ["taskset", "-c", list]
    let before = Tool.childrenProcessorTime
    let start = Nanoclock.now
    let status = Tool.run(
      pinned + [command, "route", "--format", "plain", "--pack", pack, input])
    let end = Nanoclock.now
    guard status == 0 else {
      throw ScenarioError(description: "\(command) route: exit code \(status)")
    }
    return Cost(
      seconds: Double(end - start) / 1e9, processor: Tool.childrenProcessorTime - before)
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
