import Evaluation
import TestSupport
import Testing

@Suite struct CostsTests {
  private static func cost(_ call: LabelledCall, _ answer: Answer) throws -> Double? {
    let costs = try Costs(Array(costTable.utf8), name: "costs.tsv")
    return Scoreboard(Outcome.mark([(call, answer)], costs: costs)).cost
  }

  static let cases: [(LabelledCall, Answer, Double)] = [
    (call(), answer(), 0),
    (call(urgent: true), answer(), 20),
    (call(), answer(urgent: true), 2),
    (call(policing: "police"), answer(), 8),
    (call(), answer(policing: "joint"), 2),
    (call(policing: "police"), answer(policing: "joint"), 1),
    (call(), answer(category: "theft"), 1),
    (call { $0.units = ["甲"] }, answer { $0.unit = "乙" }, 1),
    (call(), answer { $0.reviewReasons = ["low-score"] }, 0.1),
    (call(policing: "police", urgent: true), answer(category: "theft"), 29),
  ]

  @Test(arguments: cases)
  func mistakesAddUp(_ call: LabelledCall, _ answer: Answer, _ expected: Double) throws {
    #expect(try Self.cost(call, answer) == expected)
  }

  /// The repository's own table: what the lexicons' guide says of it.
  @Test func aMissedEmergencyIsTheWorstMistake() throws {
    let costs = try Costs(path: TestPack.root + "/lexicons/base/costs.tsv")
    func cost(_ call: LabelledCall, _ answer: Answer) -> Double? {
      Scoreboard(Outcome.mark([(call, answer)], costs: costs)).cost
    }
    let missed = try #require(cost(call(urgent: true), answer()))
    let needless = try #require(cost(call(), answer(policing: "police")))
    let unsent = try #require(cost(call(policing: "police"), answer()))
    #expect(missed >= 10 * needless)
    #expect(missed > unsent)
    #expect(unsent > needless)
  }

  @Test(arguments: ["oversight\t3\t", "category\tmuch\t", "category\t-1\t", "category"])
  func aBadRowIsNamedByItsLine(_ row: String) {
    let error = #expect(throws: EvaluationError.self) {
      try Costs(Array((costTable + row + "\n").utf8), name: "costs.tsv")
    }
    #expect(error?.description.hasPrefix("costs.tsv:10: ") == true)
  }
}
