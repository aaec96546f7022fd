import CFenliu
import Classifier
import Jurisdiction
import Pack
import Routing
import TestSupport
import Testing

/// The struct and the JSON of the C interface say what `Decision` says.
@Suite struct CDecisionTests {
  static let router = TestPack.chengkou
  static let at = "2026-11-21T20:43:00+08:00"

  static let calls: [[UInt8]] =
    [
      "我屋头煤气味大得很，晓不得是哪里漏", "葛城街道南大街路灯坏了几天了", "有人打架，流了好多血",
      "高观那边有人落水", "批沙镇有人打架", "", "。。。", "你好", "老板欠薪半年不给，我们二十个人堵在门口",
      "中学后面山体滑坡，三个人被埋", "河里鱼都死了，上游厂子排污", "我在万源，车子被追尾了",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE, 0xE7, 0x85], [0x00]]

  @Test func `every field of the struct is that of the decision`() throws {
    let c = try CRouter()
    let training = stride(from: 0, to: SampleCalls.all.count, by: 5).map {
      Array(SampleCalls.all[$0].utf8)
    }
    for text in Self.calls + training {
      let expected = Self.router.route(text, at: Self.at)
      unsafe try c.route(text, at: Self.at) { decision in
        try unsafe expectSame(decision, expected, c)
      }
    }
  }

  @Test func `JSON is the same byte for byte, with and without scratch, time, id and boundaries`()
    throws
  {
    let c = try CRouter()
    let finder = BoundaryFinder(Self.router)
    var scratch = Self.router.makeScratch()
    for text in Self.calls {
      let decision = Self.router.route(text, at: Self.at)
      #expect(try c.json(text, at: Self.at) == decision.json())
      #expect(try c.json(text, at: Self.at, id: "a-1") == decision.json(id: "a-1"))
      let plain = Self.router.route(text, at: nil)
      #expect(try c.json(text) == plain.json())
      #expect(try c.plainJSON(text) == plain.json())
      #expect(
        try c.json(text, want: FENLIU_WANT_BOUNDARIES)
          == plain.json(boundaries: finder.find(utf8: text, scratch: &scratch)))
    }
  }

  @Test func `the names of constants are the library's`() throws {
    let c = try CRouter()
    for value in Policing.allCases {
      #expect(try c.text(FENLIU_TABLE_POLICING, Int32(value.rawValue)) == value.name)
    }
    for value in Intent.allCases {
      #expect(try c.text(FENLIU_TABLE_INTENTS, Int32(value.rawValue)) == value.name)
    }
    for value in PlaceStatus.allCases {
      #expect(try c.text(FENLIU_TABLE_PLACE_STATUSES, Int32(value.rawValue)) == value.name)
    }
    let reasons = (0..<32).flatMap { ReviewReasons(rawValue: 1 << $0).names }
    #expect(
      try reasons.indices.map { try c.text(FENLIU_TABLE_REVIEW_REASONS, Int32($0)) } == reasons)
  }

  private func expectSame(_ c: fenliu_decision, _ swift: Decision, _ router: CRouter) throws {
    unsafe #expect(c.category_id.string == swift.category.id)
    unsafe #expect(c.category_name.string == swift.category.name)
    unsafe #expect(c.score == swift.category.score)
    unsafe #expect(c.policing == Int32(swift.policing.rawValue))
    unsafe #expect((c.urgent == 1) == swift.urgent)
    unsafe #expect(c.level_name.string == swift.level)
    unsafe #expect(c.intent == Int32(swift.intent.rawValue))
    unsafe #expect(c.confidence == swift.confidence)
    unsafe #expect((c.review_reasons != 0) == swift.review)
    unsafe #expect(c.lead.name.string == swift.lead?.unit.name)
    unsafe #expect(c.lead.role.string == swift.lead?.role)
    unsafe #expect(c.place_status == Int32(swift.jurisdiction.status.rawValue))
    unsafe #expect(c.township_code.string == swift.jurisdiction.township?.code)
    unsafe #expect(c.township_name.string == swift.jurisdiction.township?.name)
    unsafe #expect(c.village_name.string == swift.jurisdiction.village?.name)
    unsafe #expect(c.ask.string == swift.ask)
    let coUnits = unsafe list(c.co_units, c.co_unit_count)
    unsafe #expect(coUnits.map { unsafe $0.name.string } == swift.coUnits.map(\.unit.name))
    let notified = unsafe list(c.notify, c.notify_count)
    unsafe #expect(notified.map { unsafe $0.role.string } == swift.notify.map(\.role))
    let others = unsafe list(c.alternatives, c.alternative_count)
    #expect(
      try others.map { try router.text(FENLIU_TABLE_CATEGORIES, $0.category, FENLIU_COLUMN_ID) }
        == swift.alternatives.map(\.id))
    #expect(others.map(\.score) == swift.alternatives.map(\.score))
    let candidates = unsafe list(c.candidates, c.candidate_count)
    #expect(
      try candidates.map { try router.text(FENLIU_TABLE_TOWNSHIPS, $0) }
        == swift.jurisdiction.candidates.map(\.name))
    let channels = unsafe list(c.channels, c.channel_count)
    #expect(
      try channels.map { try router.text(FENLIU_TABLE_CHANNELS, $0, FENLIU_COLUMN_NUMBER) }
        == swift.channels.map(\.number))
    let basis = unsafe list(c.basis, c.basis_count)
    #expect(
      try basis.map { try router.text(FENLIU_TABLE_CITATIONS, $0, FENLIU_COLUMN_SECTION) }
        == swift.basis.map(\.section))
    let owed = unsafe list(c.obligations, c.obligation_count)
    unsafe #expect(owed.map { unsafe $0.action.string } == swift.obligations.map(\.action))
    unsafe #expect(owed.map { unsafe $0.within.string } == swift.obligations.map(\.within))
    unsafe #expect(owed.map { unsafe $0.dueTime } == swift.obligations.map(\.due))
    let evidence = unsafe list(c.evidence, c.evidence_count)
    unsafe #expect(evidence.map { unsafe $0.term.string } == swift.evidence.map(\.term))
    unsafe #expect(evidence.map { unsafe $0.start..<$0.end } == swift.evidence.map(\.range))
    unsafe #expect(evidence.map { unsafe $0.context.string } == swift.evidence.map(\.context))
    unsafe #expect(evidence.map { unsafe $0.effect } == swift.evidence.map(\.effect))
  }

  private func list<Element>(_ start: UnsafePointer<Element>?, _ count: Int) -> [Element] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}

extension fenliu_obligation {
  /// As JSON writes it.
  var dueTime: String? {
    guard unsafe due == FENLIU_DUE_AT else { return nil }
    return unsafe Instant(seconds: due_seconds, offset: due_offset).rfc3339
  }
}
