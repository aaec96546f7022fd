import Automaton
import Pack
import Routing

/// What a stage costs.
package struct StageCost: Codable, Sendable, Equatable {
  package var nsPerChar: Double
  package var nsPerCall: Double

  private enum CodingKeys: String, CodingKey {
    case nsPerChar = "ns_per_char"
    case nsPerCall = "ns_per_call"
  }
}

/// Times the stages of a decision over a batch of calls.
///
/// All calls are run up to each stage in turn, several rounds; the best round of each counts, by the
/// time on a core, and a stage costs what its run takes more than the one before. The differences of two noisy figures
/// are noisy: read them together.
package struct StageMeter {
  private let subject: Subject
  private let staged: StagedRouting
  private let batch: Int

  package init(_ subject: Subject, batch: Int = 2000) throws {
    self.subject = subject
    self.batch = min(batch, subject.calls.count)
    staged = try StagedRouting(subject.group)
  }

  /// The stages by name. O(rounds × calls).
  package func measure(rounds: Int = 9) -> [String: StageCost] {
    var best = [UInt64](repeating: .max, count: Stage.allCases.count)
    var scratch = subject.group.makeScratch()
    var hits = Buffer<Hit>(capacity: 512)
    for _ in 0...rounds {
      for stage in Stage.allCases {
        let start = Nanoclock.threadTime
        var sum = 0
        for index in 0..<batch {
          sum &+= unsafe staged.run(
            subject.calls[index], upTo: stage, scratch: &scratch, hits: &hits)
        }
        let time = Nanoclock.threadTime - start
        // The sum is never this; the compiler does not know.
        if sum != .min { best[stage.rawValue] = min(best[stage.rawValue], time) }
      }
    }
    var characters = 0
    for index in 0..<batch {
      characters +=
        unsafe String(decoding: subject.calls[index], as: UTF8.self)
        .unicodeScalars.count
    }
    var costs: [String: StageCost] = [:]
    var before: UInt64 = 0
    for stage in Stage.allCases {
      let time = best[stage.rawValue]
      let own = Double(time - min(before, time))
      before = max(before, time)
      costs["\(stage)"] = StageCost(
        nsPerChar: (own / Double(max(characters, 1))).rounded(digits: 3),
        nsPerCall: (own / Double(batch)).rounded(digits: 1))
    }
    return costs
  }
}
