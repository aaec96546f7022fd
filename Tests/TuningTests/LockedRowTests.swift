import Classifier
import Routing
import TestSupport
import Testing
import Tuning

/// Rows that somebody fixed by hand.
@Suite struct LockedRowTests {
  private static let calls: [TrainingCall] = (0..<24).map { number in
    let isGas = number % 2 == 0
    return TrainingCall(
      text: isGas ? "煤气有味道" : "井盖没有了", categories: [isGas ? "gas-supply" : "urban-management"],
      sendsPolice: false, isUrgent: false, batch: "h\(number % 3)")
  }

  private static func fit(_ locked: [MinedRow], _ options: MinedTrainer.Options = .init()) throws
    -> [MinedRow]
  {
    let router = try MiniLexicon().router()
    return withExtendedLifetime(router) {
      MinedTrainer(lexicon: router.lexicon, locked: locked, fold: { $0 }, options: options)
        .fit(calls) { _ in }
    }
  }

  private static func weight(_ text: String, _ target: String, in rows: [MinedRow]) -> Float {
    rows.first { $0.text == text }?.parts.first { $0.target == target }?.weight ?? 0
  }

  static let cases = [
    ("a row turned round", MinedRow(text: "煤气", rarity: "2.00", weights: "gas-supply:-3.00")),
    ("a row emptied", MinedRow(text: "井盖", rarity: "2.00", weights: "")),
    ("longer than what is mined", MinedRow(text: "气有味", rarity: "3.50", weights: "theft:1.25")),
    ("in no call", MinedRow(text: "雷劈", rarity: "4.00", weights: "fire:2.00 !:1.00")),
    ("every call", MinedRow(text: "*", rarity: "", weights: "gas-supply:-0.25")),
  ]

  @Test(arguments: cases)
  func stayAsTheyAre(name: String, row: MinedRow) throws {
    let rows = try Self.fit([row])
    #expect(rows.filter { $0.text == row.text } == [row], "\(name)")
    #expect(rows[0].text == "*")
  }

  @Test func stayThoughFewTermsAreAskedFor() throws {
    var options = MinedTrainer.Options()
    options.mostTerms = 2
    let row = MinedRow(text: "有", rarity: "1.00", weights: "theft:1.00")
    #expect(try Self.fit([row], options).contains(row))
  }

  /// What the locked row no longer says, its neighbours learn.
  @Test func theRestIsFittedAroundThem() throws {
    let free = try Self.fit([])
    let held = try Self.fit([MinedRow(text: "煤气", rarity: "2.00", weights: "gas-supply:-3.00")])
    #expect(
      Self.weight("味道", "gas-supply", in: held) > Self.weight("味道", "gas-supply", in: free))
  }

  static let old = [
    MinedRow(text: "*", rarity: "", weights: "fire:-1.00"),
    MinedRow(text: "井盖", rarity: "2.00", weights: "urban-management:2.00"),
    MinedRow(text: "煤气", rarity: "2.00", weights: "gas-supply:1.00 fire:0.50"),
    MinedRow(text: "味道", rarity: "2.00", weights: "gas-supply:1.00"),
  ]
  static let new = [
    MinedRow(text: "*", rarity: "", weights: "fire:-1.00"),
    MinedRow(text: "煤气", rarity: "2.00", weights: "gas-supply:1.25 fire:-0.50"),
    MinedRow(text: "味道", rarity: "2.50", weights: "gas-supply:1.00"),
    MinedRow(text: "雷劈", rarity: "2.00", weights: "fire:3.00"),
  ]

  @Test func aDiffNamesWhatMovedMostFirst() {
    let diff = MinedDiff(from: Self.old, to: Self.new)
    #expect(diff.changes.map(\.text) == ["雷劈", "井盖", "煤气"])
    #expect(diff.changes.map(\.kind) == [.added, .dropped, .changed])
    #expect(diff.changes.map(\.target) == ["fire", "urban-management", "fire"])
    #expect(diff.changes[2].before == 0.5 && diff.changes[2].after == -0.5)
    #expect(diff.count(.changed) == 1)
    #expect(MinedDiff(from: Self.old, to: Self.old).changes.isEmpty)
  }
}
