import Comparison
import TestSupport
import Testing

/// What a change of the lexicon did, told by consequence.
@Suite struct ChangeTests {
  private static let before = MiniLexicon(terms: [
    "路灯 urban-management 4", "着火 !fire 1", "着火 fire 4", "偷了 theft 4", "停水 water-supply 4",
  ])

  private static func summary(
    of rows: [String], _ change: (inout MiniLexicon) -> Void
  ) throws -> ChangeSummary {
    var after = before
    change(&after)
    let calls = try TwoLexicons.table(rows)
    return try TwoLexicons(before: before, after: after).compare { comparer, edit in
      ChangeSummary(
        comparer.changes(in: calls, among: comparer.calls(touchedBy: edit, in: calls)),
        calls: calls, names: comparer.names)
    }
  }

  private static let calls = [
    "a | 屋头着火 | police | fire | 县公安局 | 1", "b | 画上着火 | none | invalid | 不派单 | 0",
    "c | 手机偷了 | police | theft | 县公安局 | 0", "d | 全镇停水 | non-police | water-supply | | 0",
  ]

  @Test func emergenciesLostComeFirst() throws {
    let summary = try Self.summary(of: Self.calls) { $0.terms.remove(at: 1) }
    #expect(summary.groups.first?.kind == .urgentLost)
    #expect(summary.groups[0].changes.count == 2)
    #expect(summary.groups[0].broken == 1, "a was an emergency")
    #expect(summary.groups[0].mended == 1, "b was none")
    #expect(summary.emergenciesLost.map { summary.changes[$0].call } == [0])
    #expect(summary.brokenCalls >= 1 && summary.mendedCalls >= 1)
  }

  @Test func fromPoliceToNobodyIsToldBeforeTheUnit() throws {
    let summary = try Self.summary(of: Self.calls) { $0.terms[3] = "偷了 water-supply 4" }
    #expect(summary.groups.map(\.kind).prefix(3) == [.policeLost, .unit, .category])
    let side = summary.groups[0]
    #expect(side.from == "警务" && side.to == "非警务" && side.broken == 1 && side.mended == 0)
    #expect(summary.groups[1].from == "县公安局")
    #expect(summary.emergenciesLost.isEmpty)
  }

  @Test func aCallThatIsRightNowIsMended() throws {
    let rows = ["a | 画上着火 | police | theft | | 0"]
    let summary = try Self.summary(of: rows) { $0.terms.append("画上 theft 9") }
    let category = try #require(summary.groups.first { $0.kind == .category })
    #expect(category.mended == 1 && category.broken == 0)
    #expect(summary.mendedCalls == 1 && summary.brokenCalls == 0)
  }

  @Test func withoutLabelsNothingIsRightOrWrong() throws {
    var after = Self.before
    after.terms.remove(at: 1)
    let calls = try TwoLexicons.plain(["屋头着火"])
    try TwoLexicons(before: Self.before, after: after).compare { comparer, _ in
      let summary = ChangeSummary(
        comparer.changes(in: calls), calls: calls, names: comparer.names)
      #expect(summary.groups.first?.kind == .urgentLost)
      #expect(summary.unlabelled == 1 && summary.emergenciesLost.isEmpty)
      #expect(summary.groups.allSatisfy { $0.mended == 0 && $0.broken == 0 })
    }
  }

  @Test func theSameLexiconChangesNothing() throws {
    let calls = try TwoLexicons.plain(SampleCalls.all)
    try TwoLexicons(before: Self.before, after: Self.before).compare { comparer, edit in
      #expect(edit == .nothing && comparer.calls(touchedBy: edit, in: calls) == [])
      #expect(comparer.changes(in: calls).isEmpty)
    }
  }
}
