import Classifier
import Pack
import Routing
import TestSupport
import Testing

/// Where the five plans contradict each other (D01–D23): one test each, named by its number.
///
/// S0 宁南 `ningnan`, S1 街道 `street`, S2 犍为 `qianwei`, S3 安化 `anhua`, S4 城口 `chengkou`. Each
/// shows that the difference is pack data: the same library answers as each plan demands. Units
/// here and in `+Owners`; limits, levels and hubs in `+Limits`; names and text in `+Names`.
@Suite struct ContradictionTests {
  static let crowd = "一百多个人在县政府门口拉横幅要说法"
  static let lamp = "路灯坏了几天没人修"

  static func route(_ pack: String, _ text: String, at: String? = nil) -> Decision {
    TestPack.router(pack).route(text, at: at.flatMap { Instant(rfc3339: $0) })
  }

  @Test("D01 群体性事件：宁南、城口归公安，街道算非警务") func d01MassIncident() {
    let ningnan = Self.route("ningnan", Self.crowd)
    #expect(ningnan.policing == .police && ningnan.leadName == "县公安局")
    #expect(ningnan.coNames == ["县维稳办", "乡镇人民政府"])
    let street = Self.route("street", Self.crowd)
    #expect(street.policing == .nonPolice && street.leadName == "网格中队")
    #expect(street.coNames.contains("派出所"))
    let chengkou = Self.route("chengkou", Self.crowd)
    #expect(chengkou.policing == .police && chengkou.leadName == "县公安局")
    #expect(chengkou.coUnits.map(\.role) == ["协调处置"] && chengkou.coNames == ["县信访办"])
    for decision in [ningnan, street, chengkou] { #expect(decision.category.id == "mass-incident") }
  }

  /// The cause of each incident, and the only unit beside the police that it brings in.
  private static let causes = [
    "S3-19": ("征地补偿款一直不到位，几十个村民把施工的路堵了拉横幅", "县国土资源局"),
    "S3-20": ("养猪场臭气熏天，一百多个村民围在厂门口堵大门，要他关停", "县环保局"),
    "S3-15": ("一百多个代课教师坐在县政府门口静坐，举牌子要转正", "县教体局"),
    "S3-31": ("几十个买了假酒的人聚集在商店门口堵门，拉横幅讨说法", "县市监局"),
    "S3-33": ("为拆庙的事，上百信众聚集在镇政府门口拉横幅", "县民宗局"),
    "S3-40": ("加油站断油几天，几十个货车司机聚集堵路闹事", "中石化安化石油分公司"),
  ]

  @Test("D01 群体性事件：安化按起因带出参与单位", arguments: causes.keys.sorted())
  func d01Causes(rule: String) throws {
    let (text, unit) = try #require(Self.causes[rule])
    let decision = Self.route("anhua", text)
    #expect(decision.category.id == "mass-incident" && decision.policing == .police)
    #expect(decision.leadName == "县公安局" && decision.lead?.role == "负责现场稳控和应急处置")
    #expect(decision.coNames == [unit])
    #expect(decision.basis.contains { $0.rule == rule })
    // The cause is anhua's own question: 城口 has one coordinator whatever it is.
    #expect(Self.route("chengkou", text).coNames == ["县信访办"])
  }

  @Test("D06 谁来裁定：各县一串，先后照方案") func d06Arbiters() throws {
    func arbiters(_ pack: String) throws -> [String] {
      let router = TestPack.router(pack)
      let plan = router.plan
      let chain = plan.arbiters.indices.map {
        plan.strings[plan.units[Int(plan.arbiters[$0].unit)].name]
      }
      // Asked, in that order, once all who had a part have refused.
      let all = plan.units.indices.map { plan.strings[plan.units[$0].name] }
      let decision = router.route(Self.lamp)
      for (index, name) in chain.enumerated() {
        let refused = all.filter { !chain[index...].contains($0) }
        let next = try router.reroute(
          decision, refused: refused.map { Refusal(unit: $0, reason: "不") }
        )
        .next
        switch next {
        case .arbiter(let unit, _, let basis): #expect(unit.name == name && !basis.isEmpty)
        // The 街道's hub also has a part of its own in some calls.
        case .unit(let part, _): #expect(part.unit.name == name && pack == "street")
        case .end: Issue.record("\(pack): nobody asks \(name)")
        }
      }
      return chain
    }
    #expect(try arbiters("ningnan") == ["县联动协作办公室"])
    #expect(try arbiters("street").first == "综合信息指挥室")
    #expect(try arbiters("qianwei").first == "应急联动指挥中心")
    #expect(try arbiters("anhua").prefix(2) == ["县联动中心", "县联动办"])
    #expect(try arbiters("chengkou") == ["县公安局", "县政府应急办公室", "县政府"])
    // 城口's plan is at odds with itself: both say who settles it, both are there and cited.
    let settles = Self.route("chengkou", Self.lamp).obligations
      .filter { $0.condition == "管辖有争议的" }
    #expect(settles.map(\.basis).sorted() == ["S4-05", "S4-41"])
    #expect(Set(settles.map(\.owner)) == ["县公安局", "县政府应急办公室"])
  }

  @Test("D09 四种“第一”：就近巡逻、先到、先接指令、首接") func d09First() throws {
    // S2-06 nearest patrol, though another unit leads and it is no police matter.
    let patrol = Self.route("qianwei", "出门忘带钥匙，进不了屋，帮忙找个开锁的嘛")
    #expect(patrol.policing == .nonPolice && patrol.leadName == "12345平台")
    let first = try #require(patrol.coUnits.first { $0.unit.name == "路面巡逻力量" })
    #expect(first.role.contains("第一反应力量"))
    #expect(!Self.route("qianwei", Self.lamp).coNames.contains("路面巡逻力量"))
    // S1-15 first arriver: a checklist for whoever it is.
    #expect(TestPack.router("street").fact("first-arriver")?.contains("控制现场") == true)
    // S3-02 first instructed: one unit assesses, however many are sent.
    let many = Self.route("anhua", "烟溪镇那家冷库的氨气漏出来了，几个人呛得站不住")
    #expect(many.coUnits.count > 1)
    #expect(many.obligations.filter { $0.action == "判明现场情况" }.map(\.owner) == ["县公安局"])
    // S4-39 first receiver owns the item.
    let receiver = Self.route("chengkou", Self.lamp).obligations.filter { $0.basis == "S4-39" }
    #expect(receiver.map(\.owner) == ["县城市管理局"])
    #expect(receiver.first?.action.contains("首接首办") == true)
    for pack in TestPack.ids where pack != "chengkou" {
      let owed = Self.route(pack, Self.lamp).obligations
      #expect(!owed.contains { $0.action.contains("首接") }, "\(pack)")
    }
  }
}

extension Decision {
  var leadName: String? { lead?.unit.name }
  var coNames: [String] { coUnits.map(\.unit.name) }
  var notifyNames: [String] { notify.map(\.unit.name) }

  /// `owner/within` of the obligations whose action holds a word.
  func owed(_ word: String) -> [String] {
    obligations.filter { $0.action.contains(word) }.map { "\($0.owner)/\($0.within ?? "-")" }
  }
}

extension Router {
  /// A fact of `metadata.tsv`, as it lies in the pack.
  func fact(_ key: String) -> String? {
    plan.metadata.indices.first { plan.strings[plan.metadata[$0].key] == key }
      .map { plan.strings[plan.metadata[$0].value] }
  }
}
