import Evaluation
import Testing

/// What counts as a mistake.
@Suite struct MarksTests {
  struct Case: CustomStringConvertible, Sendable {
    var description: String
    var call: LabelledCall
    var answer: Answer
    var mistakes: [String]
  }

  static let cases = [
    Case(description: "all right", call: call(), answer: answer(), mistakes: []),
    Case(
      description: "the side", call: call(), answer: answer(policing: "police"),
      mistakes: ["policing"]),
    Case(
      description: "no side where cities differ", call: call { $0.isAmbiguous = true },
      answer: answer(policing: "police"), mistakes: []),
    Case(
      description: "the category", call: call(), answer: answer(category: "theft"),
      mistakes: ["category", "top3"]),
    Case(
      description: "the label is second", call: call(),
      answer: answer(category: "theft") {
        $0.alternatives = [.init(category: "urban-management", score: 1)]
      }, mistakes: ["category"]),
    Case(
      description: "an alternate label counts", call: call { $0.categories.append("theft") },
      answer: answer(category: "theft"), mistakes: []),
    Case(
      description: "the unit", call: call { $0.units = ["县城市管理局"] },
      answer: answer { $0.unit = "县公安局" }, mistakes: ["unit"]),
    Case(
      description: "不派单 is nobody", call: call { $0.units = ["不派单"] }, answer: answer(),
      mistakes: []),
    Case(
      description: "a missed emergency", call: call(urgent: true), answer: answer(),
      mistakes: ["urgent"]),
    Case(
      description: "needless urgency", call: call(), answer: answer(urgent: true),
      mistakes: ["not-urgent"]),
    Case(
      description: "the township",
      call: call {
        $0.placeStatus = "resolved"
        $0.township = "甲镇"
      },
      answer: answer {
        $0.place = "resolved"
        $0.township = "乙镇"
      }, mistakes: ["township"]),
    Case(
      description: "whether there is a place", call: call { $0.placeStatus = "none" },
      answer: answer { $0.place = "outside" }, mistakes: ["place"]),
  ]

  @Test(arguments: cases)
  func namesTheMistakes(_ item: Case) {
    #expect(Outcome.mark([(item.call, item.answer)], costs: nil)[0].marks.mistakes == item.mistakes)
  }

  @Test func tagsHaveFiguresOfTheirOwn() {
    let board = Scoreboard(
      Outcome.mark(
        [
          (call(urgent: true) { $0.tags = ["emergency", "quiet"] }, answer(urgent: true)),
          (call(urgent: true) { $0.tags = ["emergency"] }, answer()),
          (call { $0.tags = ["calm"] }, answer(urgent: true)),
          (call { $0.tags = ["calm"] }, answer()),
          (call { $0.tags = ["calm"] }, answer()),
        ], costs: nil))
    #expect(board[.emergencies] == Rate(right: 1, total: 2))
    #expect(board[.quiet] == Rate(right: 1, total: 1))
    #expect(board[.calmFlagged] == Rate(right: 1, total: 3))
  }

  /// Two rows of one batch are a pair; a mistake in either spoils it.
  @Test func aPairIsRightIfBothRowsAre() {
    func row(_ batch: String, _ pair: String, _ answer: Answer) -> (LabelledCall, Answer) {
      (
        call {
          $0.batch = batch
          $0.tags = [pair]
        }, answer
      )
    }
    let board = Scoreboard(
      Outcome.mark(
        [
          row("a", "pair-01", answer()), row("a", "pair-01", answer()),
          row("a", "pair-02", answer()), row("a", "pair-02", answer(urgent: true)),
          row("b", "pair-01", answer()),
        ], costs: nil))
    #expect(board[.pairs] == Rate(right: 1, total: 2))
  }

  @Test func gatesSayWhatIsMissed() throws {
    let board = Scoreboard(
      Outcome.mark(
        [
          (call { $0.tags = ["calm"] }, answer(urgent: true)), (call(), answer(policing: "police")),
        ], costs: nil))
    let passing = try Gates(floors: ["policing=0.5", "top1=1"], ceilings: ["calm-flagged=1"])
    #expect(passing.failures(of: board) == [])
    let failing = try Gates(
      floors: ["policing=0.6", "urgent-precision=0.1", "pairs=0.1"], ceilings: ["calm-flagged=0.05"]
    )
    #expect(
      failing.failures(of: board) == [
        "警务属性 0.5000 < 0.6000", "紧急：精确 0.0000 < 0.1000", "只差几个字的对子：两句都对 0.0000 < 0.1000",
        "像险情的平常事：误报紧急 1.0000 > 0.0500",
      ])
  }

  @Test(arguments: ["policing", "policing=", "policing=high", "colour=0.5"])
  func aGateThatIsNoneIsRefused(_ text: String) {
    #expect(throws: EvaluationError.self) { try Gates(floors: [text], ceilings: []) }
  }
}
