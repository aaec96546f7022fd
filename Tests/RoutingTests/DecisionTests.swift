import Classifier
import Foundation
import Jurisdiction
import Routing
import TestSupport
import Testing

/// What 城口县's plan makes of calls: one case a rule or group of rules.
@Suite struct DecisionTests {
  private static let router = TestPack.chengkou

  private func route(_ text: String, at: String? = nil) -> Decision {
    Self.router.route(text, at: at.flatMap { Instant(rfc3339: $0) })
  }

  /// S4-08, S4-37, S4-50: police first, the gas company at once.
  @Test func gasLeakIsJoint() {
    let decision = route("我屋头煤气味大得很，晓不得是哪里漏")
    #expect(decision.policing == .joint)
    #expect(decision.urgent)
    #expect(decision.lead?.unit.name == "县公安局")
    #expect(decision.lead?.role == "先期处警")
    #expect(decision.coUnits.map(\.unit.name) == ["重庆城口燃气有限责任公司"])
    #expect(decision.coUnits.first?.role == "联合处置")
    #expect(decision.basis.map(\.rule).contains("S4-08"))
  }

  /// S4-22, S4-43: the city managers, within two working days.
  @Test func brokenLampIsNotPolice() throws {
    let decision = route("葛城街道南大街路灯坏了几天了", at: "2026-11-21T20:43:00+08:00")
    #expect(decision.policing == .nonPolice)
    #expect(!decision.urgent)
    #expect(decision.lead?.unit.name == "县城市管理局")
    #expect(decision.jurisdiction.status == .resolved)
    #expect(decision.jurisdiction.township?.name == "葛城街道")
    let limit = try #require(decision.obligations.first { $0.basis == "S4-43" })
    #expect(limit.within == "P2D")
    // A Saturday evening: Monday and Tuesday are the two days.
    #expect(limit.due == "2026-11-24T23:59:59+08:00")
  }

  /// S4-51, S4-52: from 较大 on, reports within 30 minutes and an hour of receipt.
  @Test func largeAccidentsAreReported() throws {
    let decision = route(
      "高速出口翻车了，死了三个人，快来救人", at: "2026-11-21T20:43:00+08:00")
    #expect(decision.level == "较大")
    let call = try #require(decision.obligations.first { $0.basis == "S4-51" })
    #expect(call.within == "PT30M")
    #expect(call.due == "2026-11-21T21:13:00+08:00")
    let letter = try #require(decision.obligations.first { $0.basis == "S4-52" })
    #expect(letter.due == "2026-11-21T21:43:00+08:00")
  }

  /// D01, S4-06, S4-11: police, with the petition office coordinating.
  @Test func massIncidentHasTheCoordinator() {
    let decision = route("五六十个村民拉横幅把县政府大门堵了，要求给说法")
    #expect(decision.category.id == "mass-incident")
    #expect(decision.lead?.unit.name == "县公安局")
    #expect(decision.coUnits.map(\.unit.name).contains("县信访办"))
  }

  /// A limit without a number in the plan stays without one.
  @Test func noNumberIsInvented() {
    for text in ["路灯坏了", "有人打架", "老板拖欠工资"] {
      let atOnce = route(text).obligations.first { $0.basis == "S4-47" }
      #expect(atOnce != nil)
      #expect(atOnce?.within == nil)
    }
  }

  @Test func everyObligationAndBasisIsCited() {
    for text in SampleCalls.all {
      let decision = route(text)
      for basis in decision.basis {
        #expect(basis.rule.hasPrefix("S4-") && !basis.document.isEmpty && !basis.section.isEmpty)
      }
      let rules = Set(decision.basis.map(\.rule))
      #expect(decision.obligations.allSatisfy { rules.contains($0.basis) })
    }
  }

  /// The desk's own word for the place decides; without one the text does.
  @Test func placeOfTheDeskDecides() throws {
    var scratch = Self.router.makeScratch()
    func township(_ text: String, _ place: String?) -> String? {
      unsafe Array(text.utf8).withUnsafeBytes {
        unsafe Self.router.route(utf8: $0, place: place, scratch: &scratch) { Decision($0) }
      }.jurisdiction.township?.name
    }
    #expect(township("路灯坏了，在修齐镇", "明通镇") == "明通镇")
    #expect(township("路灯坏了，在修齐镇", "门口") == "修齐镇")
    #expect(township("路灯坏了，在修齐镇", nil) == "修齐镇")
  }

  /// The same scratch gives the same decisions in any order: nothing leaks from call to call.
  @Test func callsDoNotInfluenceEachOther() {
    var scratch = Self.router.makeScratch()
    let texts = Array(SampleCalls.all.prefix(120))
    let alone = texts.map { Self.router.route($0) }
    for index in texts.indices.reversed() {
      #expect(Self.router.route(texts[index], scratch: &scratch) == alone[index])
    }
  }
}
