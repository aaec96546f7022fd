import Pack
import Routing
import TestSupport
import Testing

/// A plan holds from its first day to its last; 城口县's from 2018-07-01, with no end (S4-55).
@Suite struct InForceTests {
  private static let router = TestPack.chengkou

  @Test(arguments: ["2018-07-01", "2026-11-22", "9999-12-31"])
  func inForce(date: String) throws {
    try Self.router.requireInForce(on: #require(Instant.day(date: date)))
  }

  @Test(arguments: ["2018-06-30", "2000-02-29", "1969-12-31"])
  func notYetInForce(date: String) throws {
    let day = try #require(Instant.day(date: date))
    let error = try #require(throws: NotInForce.self) { try Self.router.requireInForce(on: day) }
    #expect(
      error.description
        == "数据包“chengkou”（城口县）自 2018-07-01 起施行，\(date) 还没有施行；请换用那天有效的数据包，或改日期")
  }

  /// Every plan says from when it holds; on its first day it does, on the day before it says so.
  @Test(
    arguments: [
      ("anhua", "安化县", "2017-01-01"), ("chengkou", "城口县", "2018-07-01"),
      ("ningnan", "宁南县", "2017-05-25"), ("qianwei", "犍为县", "2018-01-08"),
      ("street", "XX街道", "2019-01-01"),
    ])
  func everyPlanHasAFirstDay(pack: String, name: String, date: String) throws {
    let router = TestPack.router(pack)
    let first = try #require(Instant.day(date: date))
    try router.requireInForce(on: first)
    let error = try #require(throws: NotInForce.self) { try router.requireInForce(on: first - 1) }
    let before = Instant.date(day: first - 1)
    #expect(
      error.description
        == "数据包“\(pack)”（\(name)）自 \(date) 起施行，\(before) 还没有施行；请换用那天有效的数据包，或改日期")
    let early = router.route("路灯坏了", at: Instant(rfc3339: before + "T12:00:00+08:00"))
    #expect(early.reviewReasons.contains("not-in-force"))
  }

  /// First and last day are both in force.
  @Test(arguments: [(9, false), (10, true), (20, true), (21, false)])
  func firstAndLastDay(day: Int, isInForce: Bool) throws {
    let image = try PackImage(
      bytes: ImageWriter(id: "sample", effectiveFrom: 10, effectiveTo: 20).finish())
    #expect(image.isInForce(on: day) == isInForce)
  }

  /// Before the plan's first day a call is still decided, but a person should look. The day is
  /// China's.
  @Test(
    arguments: [
      ("2018-06-30T23:59:59+08:00", true), ("2018-07-01T00:00:00+08:00", false),
      ("2018-06-30T15:59:59Z", true), ("2018-06-30T16:00:00Z", false), (nil, false),
    ] as [(String?, Bool)])
  func callsOfAnotherTimeAreReviewed(at: String?, isReviewed: Bool) {
    let decision = Self.router.route("路灯坏了", at: at.flatMap { Instant(rfc3339: $0) })
    #expect(decision.lead != nil)
    #expect(decision.reviewReasons.contains("not-in-force") == isReviewed)
  }

  @Test(arguments: ["", "2018-7-1", "2018-02-29", "2018-07-01T00:00:00Z", "今天"])
  func whatIsNoDateIsRefused(text: String) {
    #expect(Instant.day(date: text) == nil)
  }
}
