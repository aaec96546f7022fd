import Classifier
import Pack
import Routing
import TestSupport
import Testing

/// Who must do what by when, at which level, and who commands: D02–D05, D07, D08, D18, D19.
extension ContradictionTests {
  @Test("D02 首次联系与到场：宁南 10 分钟联系，街道 30 分钟，安化分城乡")
  func d02FirstContact() {
    #expect(Self.route("ningnan", Self.lamp).owed("取得联系") == ["县规建局/PT10M"])
    // Nobody must arrive by a number in 宁南, 犍为 and 城口, whatever the call.
    for pack in ["ningnan", "qianwei", "chengkou"] {
      #expect(!Self.obligations(of: pack).contains { $0.contains("到达现场") }, "\(pack)")
    }
    let shops = "楼下两家商铺抢地方吵得不可开交"
    let evening = Self.route("street", shops, at: "2020-03-02T21:29:59+08:00").owed("到达现场")
    #expect(evening.contains("村（社区）网格长/PT30M") && evening.contains("网格中队/PT30M"))
    let night = Self.route("street", shops, at: "2020-03-02T21:30:00+08:00").owed("到达现场")
    #expect(!night.contains("村（社区）网格长/PT30M") && night.contains("网格中队/PT30M"))
    let urban = Self.route("anhua", "东坪镇菜市场门口的下水道堵了，脏水冒到门面里")
    #expect(urban.owed("到达现场") == ["县城管局/PT30M"])
    let rural = Self.route("anhua", "马路镇街上从早上起停电，到现在还没来")
    #expect(rural.owed("到达现场") == ["国网安化供电公司/PT1H"])
    let principle = rural.obligations.first { $0.action == "到达现场" }
    #expect(principle?.condition?.contains("原则上") == true)
    #expect(Self.route("anhua", Self.lamp).owed("到达现场").isEmpty)
  }

  @Test("D03 公安到场：街道 30 分钟，安化 10 分钟，各归各的单位") func d03PoliceArrival() {
    let street = Self.route("street", "有人在店里砸东西").owed("到达现场")
    #expect(street.contains("派出所/PT30M") && !street.contains { $0.hasSuffix("PT10M") })
    // In one call the police owe ten minutes and the power company an hour.
    let wire = Self.route("anhua", "大福镇的变压器冒火花，电线掉到田里，有人差点踩到")
    #expect(wire.leadName == "县公安局")
    #expect(Set(wire.owed("到达现场")) == ["县公安局/PT10M", "国网安化供电公司/PT1H"])
    #expect(Self.route("chengkou", "有人在店里砸东西").owed("到达").isEmpty)
  }

  @Test("D04 反馈：没有数字的留空，安化书面 12 小时，城口工作日") func d04Feedback() throws {
    #expect(Self.route("ningnan", Self.lamp).owed("回复处理结果") == ["县规建局/-"])
    // The fine for missing that limit is known; the limit is not.
    #expect(TestPack.router("ningnan").fact("penalty-feedback") == "0.1")
    #expect(Self.route("street", Self.lamp).owed("最终结果反馈") == ["城管中队/-"])
    #expect(Self.route("qianwei", Self.lamp).owed("办结反馈") == ["应急联动指挥中心/-"])
    let anhua = Self.route("anhua", "小淹镇养猪场的臭水流进沟里，臭得吃不下饭")
    #expect(anhua.owed("口头反馈") == ["县环保局/-"])
    #expect(anhua.owed("书面反馈") == ["县环保局/PT12H"])
    let lamp = Self.route("chengkou", Self.lamp)
    #expect(
      lamp.owed("办结") == [
        "县城市管理局/P2D", "县城市管理局/P5D", "县城市管理局/-", "县城市管理局/-",
      ])
    // Statute first (S4-42): the slot is there, without a number.
    #expect(lamp.owed("按法定时限办结") == ["县城市管理局/-"])
  }

  @Test("D05 起算：每条义务都写明从哪里起算") func d05StartEvents() throws {
    func starts(_ pack: String, _ within: String, _ text: String) -> Set<String> {
      let at = "2020-03-02T10:00:00+08:00"
      return Set(
        Self.route(pack, text, at: at).obligations.filter { $0.within == within }.map(\.from))
    }
    let many = "大巴车翻到沟里，死了三个人"
    #expect(starts("ningnan", "PT10M", Self.lamp) == ["接到分流事项"])
    #expect(starts("street", "PT30M", Self.lamp) == ["接到联动指令"])
    #expect(starts("anhua", "PT12H", "小淹镇养猪场的臭水流进沟里") == ["处置完毕撤离现场"])
    #expect(starts("chengkou", "PT30M", many) == ["接报"])
    #expect(starts("chengkou", "P2D", Self.lamp) == ["接到分流"])
    for router in TestPack.all {
      let plan = router.plan
      for row in plan.obligations.indices.map({ plan.obligations[$0] }) {
        #expect(!plan.strings[row.from].isEmpty, "\(router.image.id) \(plan.strings[row.action])")
      }
    }
    // Only a limit from receipt can be due: the call's time says nothing about an order's.
    let report = Self.route("chengkou", many, at: "2020-03-02T10:00:00+08:00").obligations
    #expect(report.first { $0.basis == "S4-51" }?.due == "2020-03-02T10:30:00+08:00")
    let arrive = Self.route("street", "有人在店里砸东西", at: "2020-03-02T10:00:00+08:00").obligations
    #expect(arrive.first { $0.within == "PT30M" }.map(\.due) == .some(nil))
  }

  @Test("D07 枢纽、裁定、指挥是三个单位") func d07Hub() {
    let major = Self.route("chengkou", "厂里爆炸，死了十二个人")
    #expect(major.owed("统一指挥调度") == ["县政府应急办公室/-"])
    #expect(major.owed("电话报告县政府应急办公室") == ["县公安局/PT30M"])
    let lamp = Self.route("chengkou", Self.lamp)
    #expect(lamp.owed("统一指挥调度").isEmpty)
    #expect(lamp.owed("上报县政府指定管辖") == ["县公安局/-"])
    // 安化: the centre (at the police) hands out, the office (at the emergency office) dispatches.
    let lampThere = Self.route("anhua", "东坪镇街上的路灯全黑了，走夜路看不见")
    #expect(lampThere.owed("直接调度") == ["县联动中心/-"] && lampThere.owed("按相关预案").isEmpty)
    let leak = Self.route("anhua", "烟溪镇那家冷库的氨气漏出来了，几个人呛得站不住")
    #expect(leak.owed("按相关预案") == ["县联动办/-"] && leak.owed("直接调度").isEmpty)
    #expect(Self.route("street", Self.lamp).owed("下发联动指令") == ["综合信息指挥室/-"])
    #expect(Self.route("ningnan", Self.lamp).owed("报县联动协作办公室") == ["县规建局/-"])
  }

  @Test(
    "D08 等级：城口四级，街道只有重大，安化只有一般，宁南、犍为没有",
    arguments: [
      ("公路上大巴翻了，死了三十一个人", ["特别重大", "重大", nil, nil, nil]),
      ("公路上大巴翻了，死了十二个人", ["重大", "重大", nil, nil, nil]),
      ("公路上大巴翻了，死了三个人", ["较大", "重大", nil, nil, nil]),
      ("路灯坏了几天没人修", ["一般", nil, "一般", nil, nil]),
    ] as [(String, [String?])])
  func d08Levels(text: String, levels: [String?]) {
    let packs = ["chengkou", "street", "anhua", "ningnan", "qianwei"]
    for (pack, level) in zip(packs, levels) {
      #expect(Self.route(pack, text).level == level, "\(pack)")
    }
    // Urgency is another axis: an urgent call of the lowest level.
    let gas = Self.route("chengkou", "我屋头煤气味大得很，晓不得是哪里漏")
    #expect(gas.urgent && gas.level == "一般")
  }

  @Test("D18 最小辖区：乡镇、城乡、社区") func d18SmallestArea() {
    let street = Self.route("street", "仓前街道葛巷社区的路灯不亮")
    #expect(street.jurisdiction.township?.name == "仓前街道")
    #expect(street.jurisdiction.village?.name == "葛巷社区")
    #expect(street.coNames.contains("村（社区）网格长"))
    let ningnan = Self.route("ningnan", "骑骡沟镇后面的山在垮，石头砸到房子了，屋头还有人")
    #expect(ningnan.jurisdiction.township?.name == "骑骡沟镇" && ningnan.coNames.contains("乡镇人民政府"))
    #expect(Self.route("qianwei", "老太爷走失了，九十岁，脑壳不清醒").notifyNames.contains { $0.contains("网格员") })
    // A pack may be a 街道, and its code a district's.
    #expect(
      TestPack.router("street").plan.strings[TestPack.router("street").plan.manifest.name]
        .hasSuffix("街道"))
  }

  @Test("D19 12345：犍为双向，城口照旧有号，其余没有") func d19Hotline() {
    func hotlines(_ pack: String) -> [String] {
      let plan = TestPack.router(pack).plan
      return plan.channels.indices.map { plan.channels[$0] }
        .filter { plan.strings[$0.number] == "12345" }.map { plan.strings[$0.kind] }.sorted()
    }
    #expect(hotlines("qianwei") == ["phone", "transfer"])
    #expect(hotlines("chengkou") == ["phone"])
    for pack in ["ningnan", "street", "anhua"] { #expect(hotlines(pack).isEmpty, "\(pack)") }
    let decision = Self.route("qianwei", Self.lamp)
    #expect(decision.leadName == "12345平台")
    #expect(decision.channels.contains { $0.id == "transfer-12345" && $0.kind == "transfer" })
  }

  /// `action/within` of all obligations of a pack that have a number.
  static func obligations(of pack: String) -> [String] {
    let plan = TestPack.router(pack).plan
    return plan.obligations.indices.map { plan.obligations[$0] }
      .map { plan.strings[$0.action] + "/" + plan.strings[$0.within] }
      .filter { !$0.hasSuffix("/") }
  }
}
