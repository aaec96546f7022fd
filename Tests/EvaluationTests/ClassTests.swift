import Evaluation
import Testing

@Suite struct ClassTests {
  /// Labels and answers: a a, a b, a b, b b, c a.
  private static let table = ClassTable.categories(
    Outcome.mark(
      [("a", "a"), ("a", "b"), ("a", "b"), ("b", "b"), ("c", "a")].map {
        (call(category: $0.0), answer(category: $0.1))
      }, costs: nil))

  @Test(arguments: [("a", 1, 2, 1, 3, 0.4), ("b", 1, 3, 1, 1, 0.5), ("c", 0, 0, 0, 1, 0)])
  func precisionRecallAndF1(
    _ name: String, _ right: Int, _ answered: Int, _ found: Int, _ labelled: Int, _ f1: Double
  ) {
    #expect(Self.table.precision(name) == Rate(right: right, total: answered))
    #expect(Self.table.recall(name) == Rate(right: found, total: labelled))
    #expect(Self.table.f1(name) == f1)
  }

  @Test func theCommonestConfusionComesFirst() {
    #expect(
      Self.table.confusions.map { "\($0.label) \($0.answer) \($0.count)" } == ["a b 2", "c a 1"])
    #expect(abs((Self.table.macroF1 ?? 0) - 0.3) < 1e-9)
  }

  @Test(arguments: [
    ("路灯坏了几天了", Script.simplified), ("路燈壞了幾天了，沒人來修", .traditional),
    ("王發財家漏水，水管爆了一下午没人管，家里都淹了，找了物业三次都不来，只说在路上", .simplified), ("", .simplified),
  ])
  func tellsTheScript(_ text: String, _ script: Script) {
    #expect(Script(of: text) == script)
  }

  @Test func strataAreByWhatCallsAreLike() throws {
    let strata = Strata(
      Outcome.mark(
        [
          (call("1", "路灯坏了") { $0.tags = ["calm", "pair-01"] }, answer()),
          (call("2", "路燈壞了") { $0.tags = ["traditional", "pair-01"] }, answer(category: "theft")),
          (call("3", String(repeating: "坏", count: 200)), answer()),
        ], costs: nil))
    #expect(strata.dimensions.map(\.name) == ["文字", "长度", "标签"])
    let tags = try #require(strata.dimensions.last)
    #expect(tags.strata.map(\.name) == ["calm", "pair", "traditional"])
    #expect(tags.strata.map { $0.board[.top1].right } == [1, 1, 0])
    #expect(strata.dimensions[1].strata.map(\.name) == ["000–019 字", "160 字以上"])
  }
}
