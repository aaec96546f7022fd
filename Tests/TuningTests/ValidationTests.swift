import Classifier
import Routing
import TestSupport
import Testing
import Tuning

/// Choosing what to fit by calls that were held out.
@Suite struct ValidationTests {
  /// Calls of two categories by six hands. Each call holds its category's word; `noise` further
  /// characters are drawn at random.
  private static func calls(noise: Int, seed: UInt64) -> [TrainingCall] {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张")
    return (0..<96).map { number in
      let isGas = number % 2 == 0
      let word = isGas ? "煤气" : "井盖"
      let rest = (0..<noise).map { _ in letters.randomElement(using: &generator)! }
      return TrainingCall(
        text: word + String(rest), categories: [isGas ? "gas-supply" : "urban-management"],
        sendsPolice: nil, isUrgent: false, batch: "h\(number / 16)")
    }
  }

  private static func trainer(_ options: MinedTrainer.Options = .init()) throws -> MinedTrainer {
    let router = try MiniLexicon().router()
    return withExtendedLifetime(router) {
      MinedTrainer(lexicon: router.lexicon, fold: { $0 }, options: options)
    }
  }

  @Test(arguments: [("as many hands as folds", 6), ("two hands a fold", 3), ("two folds", 2)])
  func handsStayWhole(name: String, count: Int) {
    let calls = Self.calls(noise: 2, seed: 3)
    let folds = MinedTrainer.folds(count, of: calls)
    for (call, fold) in zip(calls, folds) {
      #expect(fold == folds[calls.firstIndex { $0.batch == call.batch }!], "\(name)")
    }
    #expect(Set(folds) == Set(0..<count), "\(name)")
  }

  @Test func callsOfTooFewHandsAreDealtOut() {
    let calls = Self.calls(noise: 2, seed: 3).filter { $0.batch < "h2" }
    #expect(Array(MinedTrainer.folds(3, of: calls).prefix(6)) == [0, 1, 2, 0, 1, 2])
  }

  @Test func theBestTrialWinsAndTiesGoToTheFirst() throws {
    var seen: [String] = []
    let trial = try Self.trainer().choose(
      strengths: [0.5, 1], priors: [0, 0.1], folds: 3, Self.calls(noise: 2, seed: 5)
    ) { seen.append($0) }
    // The category's own word decides every call, so all trials are right everywhere.
    #expect(trial.accuracy == 1)
    #expect(trial.strength == 0.5)
    #expect(trial.prior == 0)
    #expect(seen.count == 3, "a trial for each leaning, and one for the other strength")
  }

  /// With no pull from the examples a weight stays where it leans: the logarithm of how much likelier
  /// a term is in calls of a category than in others, worked out here by hand.
  @Test func weightsLeanToWhatCountingSays() throws {
    var options = MinedTrainer.Options()
    options.prior = 0.1
    options.rarityPower = 1
    options.strength = 1e-6
    options.leastWeight = 0.01
    let calls = Self.calls(noise: 0, seed: 9)
    let rows = try Self.trainer(options).fit(calls) { _ in }
    let gas = try #require(rows.first { $0.text == "煤气" })
    let leaning = try #require(gas.parts.first { $0.target == "gas-supply" }).weight
    // Three terms each in 48 calls of one category and none of the other, half a call added to all:
    // (48.5 / 147) / (0.5 / 147) = 97. The rarity of a term in 48 of 96 calls is ln(97 / 49) + 1.
    #expect(abs(leaning - 0.1 * 4.5747 * 1.6829) < 0.011)
    #expect(!gas.parts.contains { $0.target == "theft" }, "no call of it, so nothing to compare")
    options.prior = 0
    let plain = try Self.trainer(options).fit(calls) { _ in }
    #expect(plain.dropFirst().allSatisfy { $0.weights.isEmpty })
  }

  @Test(arguments: [1, 4, 10])
  func asManyTermsAsAskedFor(count: Int) throws {
    var options = MinedTrainer.Options()
    options.mostTerms = count
    let rows = try Self.trainer(options).fit(Self.calls(noise: 6, seed: 7)) { _ in }
    #expect(rows.count == count + 1)
    // 煤, 气, 煤气, 井, 盖 and 井盖 tell all there is to tell.
    let telling: Set = ["煤", "气", "煤气", "井", "盖", "井盖"]
    let told = telling.intersection(rows.map(\.text))
    #expect(told.count == min(count, telling.count))
  }

  @Test(arguments: [
    ("letters alone", false, 1...2, ["牌", "门", "门牌"]),
    ("digits and Latin too", true, 1...2, ["1", "12", "2", "2a", "a", "牌", "牌1", "门", "门牌"]),
    ("longer ones", true, 3...4, ["12a", "牌12", "牌12a", "门牌1", "门牌12"]),
  ])
  func whatTermsHold(name: String, holdsLatin: Bool, lengths: ClosedRange<Int>, expected: [String])
    throws
  {
    var options = MinedTrainer.Options()
    options.holdsLatin = holdsLatin
    options.lengths = lengths
    options.leastCalls = 1
    options.leastBatches = 1
    let call = TrainingCall(
      text: "门牌12a。", categories: ["theft"], sendsPolice: nil, isUrgent: false, batch: "h")
    let rows = try Self.trainer(options).fit([call]) { _ in }
    #expect(rows.dropFirst().map(\.text) == expected, "\(name)")
  }
}
