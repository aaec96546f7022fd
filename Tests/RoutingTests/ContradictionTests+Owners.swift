import Classifier
import Pack
import Routing
import TestSupport
import Testing

/// One kind of matter, other owners: D10–D17.
extension ContradictionTests {
  @Test("D10 火灾：城口归公安（2018 年），街道带消防中队，安化林火归林业") func d10Fire() {
    let house = "屋里厨房起火了，火苗窜到屋顶"
    for pack in TestPack.ids {
      #expect(Self.route(pack, house).leadName == (pack == "street" ? "派出所" : "县公安局"))
    }
    #expect(Self.route("street", house).coNames.contains("消防中队"))
    let wood = "乐安镇山上起火了，火往山顶烧，风好大"
    #expect(Self.route("anhua", wood).leadName == "县林业局")
    #expect(Self.route("anhua", wood).coNames.contains("县公安局"))
    #expect(Self.route("chengkou", wood).leadName == "县公安局")
    // A plan is of its time: each pack says from when it holds.
    for router in TestPack.all {
      let first = Int(router.image.effectiveFrom)
      #expect(router.image.isInForce(on: first) && !router.image.isInForce(on: first - 1))
    }
  }

  @Test("D11 道路交通事故：城口公安处警、交委并收，街道带交警，犍为小事故巡逻先到")
  func d11RoadAccident() {
    let crash = "两辆货车在国道上撞了，人卡在驾驶室里"
    let chengkou = Self.route("chengkou", crash)
    #expect(chengkou.leadName == "县公安局" && chengkou.notifyNames.contains("县交委"))
    // Both rules of the overlap are shown.
    #expect(Set(chengkou.basis.map(\.rule)).isSuperset(of: ["S4-06", "S4-16"]))
    #expect(Self.route("street", crash).coNames.contains("交警中队"))
    let small = Self.route("qianwei", "两个车轻轻擦了一下，人都没事，请交警来定责")
    #expect(small.coNames.contains("路面巡逻力量") && small.coNames.contains("交警大队"))
    #expect(!Self.route("qianwei", crash).coNames.contains("路面巡逻力量"))
    // Only passenger transport is the transport bureau's in 安化.
    let coach = "拉了四十多人的大客车翻到沟里，好多人受伤"
    #expect(Self.route("anhua", coach).coNames.contains("县交通运输局"))
    #expect(!Self.route("anhua", "两台私家车撞了，人流了好多血").coNames.contains("县交通运输局"))
  }

  /// Fake goods by product, and their owners in 城口, 宁南, 安化 and the 街道.
  @Test(
    "D12 假货：城口四家按商品分，宁南、安化、街道合并成一家",
    arguments: [
      ("买的名牌鞋是假货，店家不认账", "县工商局", "县食药工商质量局"),
      ("买的电热毯没用几天就短路了，是没有合格证的三无产品", "县质监局", "县食药工商质量局"),
      ("药店卖给我的药是过期的，吃了身上起疹子", "县食药监分局", "县食药工商质量局"),
      ("小店在卖假烟", "县烟草专卖局", "县烟草专卖局"),
    ])
  func d12FakeGoods(text: String, chengkou: String, ningnan: String) {
    #expect(Self.route("chengkou", text).leadName == chengkou)
    #expect(Self.route("ningnan", text).leadName == ningnan)
    #expect(Self.route("street", text).leadName == "市场监管所")
    // 安化's plan has no tobacco unit.
    let anhua = Self.route("anhua", text).leadName
    #expect(anhua == (chengkou == "县烟草专卖局" ? nil : "县市监局"))
  }

  @Test("D13 供水：看东西、地方和诉求") func d13Water() {
    // 城口: a fault is the company's; a complaint is told to the city managers; rivers are another's.
    let fault = Self.route("chengkou", "城区自来水管漏水，请派人来修")
    #expect(fault.leadName == "县惠民公司" && !fault.notifyNames.contains("县城市管理局"))
    let complaint = Self.route("chengkou", "水费乱涨，自来水又浑，我要投诉")
    #expect(complaint.notifyNames.contains("县城市管理局"))
    #expect(Self.route("chengkou", "水库放水把我家田淹了，没通知").leadName == "县水务局")
    // 安化: by town and country.
    let town = Self.route("anhua", "东坪镇滨江小区水管漏水，水压小得很，三楼都上不去")
    #expect(town.leadName == "县自来水公司")
    let country = Self.route("anhua", "羊角塘镇村里的蓄水池坏了，自来水停了三天")
    #expect(country.leadName == "县水务局")
    #expect(town.category.id == country.category.id)
    #expect(Self.route("ningnan", "自来水管漏了两天没人管，请安排人来修").leadName == "县自来水公司")
  }

  @Test("D14 欠薪：安化看起因，城口、宁南、街道看类别") func d14Wages() {
    let site = "在工地做了半年小工，包工头一分工钱没给"
    let shop = "超市老板扣了我两个月工资不发"
    #expect(Self.route("anhua", site).leadName == "县住建局")
    let nobody = Self.route("anhua", shop)
    #expect(nobody.lead == nil && nobody.reviewReasons.contains("no-unit"))
    for (pack, unit) in [("chengkou", "县人力社保局"), ("ningnan", "县人社局"), ("street", "劳动保障中队")] {
      for text in [site, shop] {
        #expect(Self.route(pack, text).leadName == unit, "\(pack) \(text)")
      }
    }
  }

  @Test("D15 物业纠纷：街道网格先到，犍为联大调解中心，城口归国土房管") func d15Property() {
    let text = "物业和业主在大厅里吵起来，要求调解"
    let street = Self.route("street", text)
    #expect(street.policing == .nonPolice)
    #expect(([street.leadName] + street.coNames).contains("网格中队"))
    #expect(Self.route("qianwei", text).coNames.contains("大调解中心"))
    let fees = "物业费年年涨，楼道灯没人管，保安也不巡逻"
    #expect(Self.route("chengkou", fees).leadName == "县国土房管局")
    #expect(Self.route("street", fees).leadName == "房管所")
    #expect(Self.route("ningnan", fees).leadName == "县规建局")
  }

  @Test("D16 动物疫病：安化两家，主办农粮、告知林业") func d16AnimalDisease() {
    let text = "猪栏里的猪一晚上死了七八头，怕是猪瘟"
    let anhua = Self.route("anhua", text)
    #expect(anhua.leadName == "县农粮局" && anhua.notifyNames == ["县林业局"])
    #expect(Set(anhua.basis.map(\.rule)).isSuperset(of: ["S3-35", "S3-36"]))
    let chengkou = Self.route("chengkou", text)
    #expect(chengkou.leadName == "县农委" && chengkou.notify.isEmpty)
    // 宁南's plan says nothing: nobody is made up.
    let ningnan = Self.route("ningnan", text)
    #expect(ningnan.lead == nil && ningnan.reviewReasons.contains("no-unit"))
  }

  @Test("D17 学校：安化管到食物中毒和受伤，城口只管稳定") func d17School() throws {
    let poisoned = "学校食堂吃了午饭，全班好几个学生上吐下泻"
    let anhua = Self.route("anhua", poisoned)
    #expect(([anhua.lead].compactMap(\.self) + anhua.coUnits).contains { $0.unit.name == "县教体局" })
    let chengkou = Self.route("chengkou", poisoned)
    #expect(!([chengkou.leadName] + chengkou.coNames + chengkou.notifyNames).contains("县教委"))
    #expect(!chengkou.basis.contains { $0.rule == "S4-13" })
    let hurt = try #require(Self.route("anhua", "我崽在学校体育课摔断了手，要个救护车").lead)
    #expect(hurt.unit.name == "县教体局" && hurt.role == "负责校内师生受伤害的处置")
    #expect(Self.route("chengkou", "我崽在学校体育课摔断了手，要个救护车").leadName == "县卫生计生委")
    // One bureau under two names in 宁南.
    let plan = TestPack.router("ningnan").plan
    #expect(plan.units(named: "教科局").count == 1)
    #expect(plan.units(named: "教科局") == plan.units(named: "教育局"))
    #expect(Self.route("ningnan", "中学老师乱收补课费，还逼学生买资料").leadName == "县教科局")
  }
}
