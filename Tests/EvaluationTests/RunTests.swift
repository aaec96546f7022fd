import Evaluation
import TestSupport
import Testing

@Suite struct RunTests {
  private static let nasty = call("t-9", "他说“\\”和\"<script>\"，\t𠮷野家&🔥\u{2028}") {
    $0.units = ["甲", "乙"]
    $0.isAmbiguous = true
    $0.genre = "短信"
    $0.batch = "t"
    $0.tags = ["calm", "pair-01"]
    $0.placeStatus = "resolved"
    $0.township = "甲镇"
  }

  @Test func aSavedRunReadsBackAsItWas() throws {
    let given = Outcome.mark(
      [
        (
          Self.nasty,
          answer(urgent: true, confidence: 0.1234567890123) {
            $0.score = -1.5e-7
            $0.alternatives = [.init(category: "theft", score: 2.25)]
            $0.unit = "甲"
            $0.level = "较大"
            $0.place = "ambiguous"
            $0.township = "乙镇"
            $0.reviewReasons = ["low-score", "no-unit"]
          }
        ), (call("t-10"), answer()),
      ], costs: nil)
    let run = SavedRun(pack: "chengkou", packDigest: "0123", given)
    let read = try SavedRun(run.bytes, name: "run.jsonl")
    #expect(read.pack == "chengkou" && read.packDigest == "0123")
    #expect(read.answered.map(\.call) == given.map(\.call))
    #expect(read.answered.map(\.answer) == given.map(\.answer))
    #expect(run.bytes.split(separator: 0x0A).count == 3)
  }

  @Test(arguments: [
    "", "text\n", "{\"format\":\"other\"}\n", "{\"format\":\"fenliu-run-1\"}\n{\"id\":\"a\"\n",
    "{\"format\":\"fenliu-run-1\"}\n{\"id\":\"a\",\"text\":\"b\"}\n",
  ])
  func whatIsNoRunIsRefused(_ text: String) {
    #expect(throws: EvaluationError.self) { try SavedRun(Array(text.utf8), name: "run.jsonl") }
  }

  @Test(arguments: [
    (#"{"a":[1,-2.5e3,true,null]}"#, true), (#""\u00e9\ud83d\udd25\n\/""#, true), ("[]", true),
    (" [ 1 , 2 ] ", true), ("{}", true), ("[1,]", false), ("{\"a\"}", false), ("\"", false),
    ("\"\\ud83d\"", false), ("\"\\u00g0\"", false), ("nul", false), ("1 2", false), ("", false),
    (String(repeating: "[", count: 40) + String(repeating: "]", count: 40), false),
  ])
  func readsJSONAndNothingElse(_ text: String, _ isJSON: Bool) {
    #expect((JSONValue(Array(text.utf8)[...]) != nil) == isJSON)
  }

  @Test func escapesStandForTheirCharacters() {
    let text = #""\"\\\/\b\f\n\r\t\u4e2d\ud842\udfb7""#
    #expect(JSONValue(Array(text.utf8)[...])?.text == "\"\\/\u{8}\u{C}\n\r\t中𠮷")
  }
}

@Suite struct ComparisonTests {
  private static func compare(_ rows: [(before: Answer, after: Answer)]) -> Comparison {
    let calls = rows.indices.map { call("t-\($0)") }
    let before = Outcome.mark(Array(zip(calls, rows.map(\.before))), costs: nil)
    let after = Outcome.mark(Array(zip(calls, rows.map(\.after))), costs: nil)
    return Comparison(
      after, before: SavedRun(pack: "p", packDigest: "d", before), costs: nil)
  }

  @Test func countsFixedAndBroken() throws {
    let (right, wrong) = (answer(), answer(category: "theft"))
    let comparison = Self.compare(
      [(wrong, right), (wrong, right), (right, wrong), (wrong, wrong), (right, right)])
    let change = try #require(comparison.changes.first { $0.figure == .top1 })
    #expect((change.fixed, change.broken, change.stillWrong) == (2, 1, 1))
    #expect(change.before == Rate(right: 2, total: 5) && change.after == Rate(right: 3, total: 5))
    let interval = try #require(change.interval)
    #expect(interval.low < 0 && interval.high > 0.2)
  }

  @Test func nothingChangedIsNoDifferenceForSure() {
    let same = (0..<50).map { _ in (answer(), answer()) }
    for change in Self.compare(same).changes {
      #expect(change.interval == Interval(0, 0), "\(change.figure.key)")
    }
  }

  @Test func manyFixedAndNoneBrokenIsBetterForSure() throws {
    let rows = (0..<200).map {
      (answer(category: $0 % 5 == 0 ? "theft" : "urban-management"), answer())
    }
    let change = try #require(Self.compare(rows).changes.first { $0.figure == .top1 })
    #expect(try #require(change.interval).low > 0.1)
  }

  /// A label put right counts for both runs; calls only one run has count for none.
  @Test func bothRunsAreHeldAgainstTheLaterLabels() throws {
    let before = Outcome.mark(
      [(call("1", category: "theft"), answer()), (call("gone"), answer())], costs: nil)
    let after = Outcome.mark([(call("1"), answer()), (call("new"), answer())], costs: nil)
    let comparison = Comparison(
      after, before: SavedRun(pack: "p", packDigest: "d", before), costs: nil)
    let change = try #require(comparison.changes.first { $0.figure == .top1 })
    #expect(change.before == Rate(right: 1, total: 1))
    #expect((comparison.added, comparison.removed) == (1, 1))
    #expect(comparison.earlier.map { $0 != nil } == [true, false])
  }

  @Test func learningCurvesAreReadByMetricAndSplit() throws {
    let table = """
      batches\tcalls\tsplit\tmetric\tvalue
      20\t1800\tdev\tpolicing\t0.94
      5\t400\tdev\tpolicing\t0.90
      5\t400\tdev-hard\tpolicing\t0.8

      """
    let curve = try LearningCurve(Array(table.utf8), name: "curve.tsv")
    #expect(curve.panels.map(\.metric) == ["policing"])
    #expect(curve.panels[0].lines.map(\.split) == ["dev", "dev-hard"])
    #expect(curve.panels[0].lines[0].points.map(\.calls) == [400, 1800])
    for row in ["x\t1\ta\tb\t1", "1\t-1\ta\tb\t1", "1\t1\ta\tb\tnan", "1\t1"] {
      #expect(throws: EvaluationError.self, "\(row)") {
        try LearningCurve(Array((table + row).utf8), name: "curve.tsv")
      }
    }
    #expect(throws: EvaluationError.self) {
      try LearningCurve(Array("calls\tvalue\n".utf8), name: "curve.tsv")
    }
  }
}
