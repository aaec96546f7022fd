/// What a text of one shape and length costs.
package struct HostileCost: Codable, Sendable, Equatable {
  package var shape: String
  package var characters: Int
  package var nsPerChar: Double
  /// To the cost of as many ordinary calls as have these characters, at least one.
  package var ratio: Double

  private enum CodingKeys: String, CodingKey {
    case shape, characters, ratio
    case nsPerChar = "ns_per_char"
  }
}

/// Holds odd texts of 10 to 1,000,000 characters against ordinary calls.
package struct HostileRun {
  private let subject: Subject
  private let texts: HostileTexts
  private let lengths: [Int]

  /// Times the normal cost that a text may take.
  package static let bar = 3.0

  package init(
    _ subject: Subject, lengths: [Int] = [10, 50, 100, 1000, 10_000, 100_000, 1_000_000]
  ) {
    self.subject = subject
    self.lengths = lengths
    let ordinary = (0..<subject.calls.count).map {
      unsafe String(decoding: subject.calls[$0], as: UTF8.self)
    }.joined()
    texts = HostileTexts(subject.group, ordinary: ordinary)
  }

  /// Nanoseconds on a core that an ordinary call takes on average: the best of some rounds over all calls.
  package func normalCallCost() -> Double {
    var server = CallServer(subject)
    var best = UInt64.max
    for _ in 0..<6 {
      let start = Nanoclock.threadTime
      for _ in 0..<subject.calls.count { server.serveNext() }
      best = min(best, Nanoclock.threadTime - start)
    }
    return Double(best) / Double(subject.calls.count)
  }

  /// All shapes in all lengths, the worst text found last. `seed` is the search's.
  package func run(seed: UInt64) -> [HostileCost] {
    let normal = normalCallCost()
    var server = CallServer(subject)
    // A short text is one call, and shows what a call can cost; a long one what a character can.
    let found = [Int(subject.charactersPerCall), 1000].map { length in
      var worst = WorstText(fragments: texts.fragments, length: length, seed: seed) { text in
        Self.time(Array(text.utf8), &server, rounds: 3) / Double(text.unicodeScalars.count)
      }
      return (name: "worst found of \(length)", unit: worst.search().text)
    }
    var costs: [HostileCost] = []
    var fresh = CallServer(subject)
    for (name, unit) in texts.units + found {
      for length in lengths {
        let time = Self.time(
          HostileTexts.text(unit, count: length), &fresh, rounds: length > 10_000 ? 3 : 15)
        let calls = max(1, Double(length) / subject.charactersPerCall)
        costs.append(
          HostileCost(
            shape: name, characters: length,
            nsPerChar: (time / Double(length)).rounded(digits: 2),
            ratio: (time / (calls * normal)).rounded(digits: 3)))
      }
    }
    return costs
  }

  /// Nanoseconds on a core for a text, the best of some rounds after one that lets the scratch
  /// grow. Short texts are routed many times a round: reading the clock costs half a microsecond.
  private static func time(
    _ text: [UInt8], _ server: inout CallServer, rounds: Int
  ) -> Double {
    let repeats = max(1, 8000 / max(text.count, 1))
    var best = UInt64.max
    for round in 0...rounds {
      let start = Nanoclock.threadTime
      for _ in 0..<(round == 0 ? 1 : repeats) {
        unsafe text.withUnsafeBytes { unsafe server.serve($0) }
      }
      if round > 0 { best = min(best, Nanoclock.threadTime - start) }
    }
    return Double(best) / Double(repeats)
  }
}
