import Classifier
import Foundation
import Pack
import Routing
import TestSupport
import Testing

/// Where a call goes when units refuse it.
@Suite struct RerouteTests {
  private static let packs = TestPack.all

  private func reroute(
    _ pack: String, _ text: String, refused: [String] = []
  ) throws -> Reroute {
    let router = try #require(Self.packs.first { $0.image.id == pack })
    return try router.reroute(
      router.route(text), refused: refused.map { Refusal(unit: $0, reason: "不归我管") })
  }

  /// The unit asked next, with 裁定 before an arbiter.
  private func next(_ pack: String, _ text: String, refused: [String] = []) throws -> String {
    switch try reroute(pack, text, refused: refused).next {
    case .unit(let part, _): part.unit.name
    case .arbiter(let unit, _, _): "裁定 " + unit.name
    case .end: "终"
    }
  }

  private static let lamp = "葛城街道南大街路灯坏了几天了"
  private static let gas = "我屋头煤气味大得很，晓不得是哪里漏"

  /// S4-04, S4-40, S4-03, S4-05, S4-41: back to 110, then the emergency office, then the county.
  @Test(
    arguments: [
      ([], "县城市管理局"),
      (["县城市管理局"], "裁定 县公安局"),
      (["县城市管理局", "县公安局"], "裁定 县政府应急办公室"),
      (["县公安局", "县城市管理局", "县政府应急办公室"], "裁定 县政府"),
      (["县公安局", "县城市管理局", "县政府应急办公室", "县政府"], "终"),
    ] as [([String], String)])
  func aMatterOfOneUnitGoesToTheArbiters(refused: [String], expected: String) throws {
    #expect(try next("chengkou", Self.lamp, refused: refused) == expected)
  }

  /// S4-50, S4-08: in a joint call the co-unit is asked when the lead refuses.
  @Test func coUnitsFollowTheLead() throws {
    #expect(try next("chengkou", Self.gas) == "县公安局")
    #expect(try next("chengkou", Self.gas, refused: ["县公安局"]) == "重庆城口燃气有限责任公司")
    #expect(try next("chengkou", Self.gas, refused: ["燃气公司"]) == "县公安局")
  }

  /// S3-25, S3-37: drains and country water have other owners; whether it is that, the call does
  /// not say.
  @Test func otherRowsOfTheCategoryFollow() throws {
    let text = "自来水管道爆了，水一直流"
    let reroute = try reroute("anhua", text, refused: ["自来水公司"])
    guard case .unit(let part, let why) = reroute.next else {
      Issue.record("\(reroute)")
      return
    }
    #expect(part.unit.name == "县城管局")
    #expect(why == "方案里“供水排水”的主办单位（S3-25），条件须核实")
    #expect(try next("anhua", text, refused: ["自来水公司", "县城管局"]) == "县水务局")
  }

  @Test func namesAliasesAndIdsAreOne() throws {
    let byName = try reroute("chengkou", Self.lamp, refused: ["县城市管理局"])
    for name in ["城管局", "city-management"] {
      #expect(try reroute("chengkou", Self.lamp, refused: [name]) == byName)
    }
    #expect(byName.refused == [Refusal(unit: "县城市管理局", reason: "不归我管")])
  }

  /// 县应急局 has taken over two units of the plan: both refuse.
  @Test func aSharedAliasStandsForAllItsUnits() throws {
    let reroute = try reroute("chengkou", Self.lamp, refused: ["县应急局"])
    #expect(reroute.refused.map(\.unit) == ["县政府应急办公室", "县安监局"])
  }

  @Test func anUnknownUnitIsAnErrorThatListsTheUnits() throws {
    let error = #expect(throws: UnknownUnit.self) {
      try reroute("chengkou", Self.lamp, refused: ["县城管执法大队"])
    }
    #expect(error?.name == "县城管执法大队")
    #expect(error?.description.contains("县城市管理局") == true)
  }

  @Test(
    arguments: [
      ([], #""refused":[],"next":{"unit":"县城市管理局","role":"主办","why":"本次分流的主办单位"}}"#),
      (
        ["城管局", "县公安局", "应急办公室"],
        #""arbiter":{"unit":"县政府","action":"指定管辖","basis":[{"rule":"S4-41","#
      ),
      (["城管局", "110", "应急办公室", "县政府"], #""end":"无单位可转，由值班领导决定"}"#),
    ] as [([String], String)])
  func jsonHasTheOneThatApplies(refused: [String], part: String) throws {
    let json = try reroute("chengkou", Self.lamp, refused: refused).json(id: "7")
    #expect(json.hasPrefix(#"{"id":"7","from":"县城市管理局","refused":["#))
    #expect(json.contains(part), "\(json)")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?.count == 4)
  }

  /// Whoever has refused before, and whatever is refused next, in every pack.
  @Test func everyCallEndsAndNobodyIsAskedTwice() throws {
    var random = SeededGenerator(seed: 68)
    var steps = 0
    for router in Self.packs {
      var scratch = router.makeScratch()
      let plan = router.plan
      let names = plan.units.indices.map { plan.strings[plan.units[$0].name] }
      let bound = plan.units.count + plan.arbiters.count
      for _ in 0..<120 {
        let text = SampleCalls.all.randomElement(using: &random)!
        let decision = router.route(text, scratch: &scratch)
        let some = names.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
        var refused = some.map { Refusal(unit: $0, reason: "一") }
        var asked = 0
        var ended = false
        while !ended, asked <= bound {
          let reroute = try router.reroute(decision, refused: refused)
          #expect(try router.reroute(decision, refused: refused) == reroute)
          let unit: String
          switch reroute.next {
          case .unit(let part, _): unit = part.unit.name
          case .arbiter(let arbiter, _, let basis):
            unit = arbiter.name
            #expect(!basis.isEmpty)
          case .end:
            ended = true
            continue
          }
          asked += 1
          // Neither one that refused at first nor one that was asked since.
          #expect(!refused.contains { $0.unit == unit }, "\(router.image.id): \(unit) in \(text)")
          refused.append(Refusal(unit: unit, reason: "二"))
        }
        #expect(ended, "\(router.image.id): \(text)")
        steps += asked
      }
    }
    #expect(steps > 1000)
  }

  /// Arbiters come in the order of the table, after all units; each pack of the repository has some.
  @Test func arbitersComeLastAndInOrder() throws {
    for router in Self.packs {
      let plan = router.plan
      let chain = plan.arbiters.indices.map {
        plan.strings[plan.units[Int(plan.arbiters[$0].unit)].id]
      }
      #expect(!chain.isEmpty, "\(router.image.id)")
      for text in SampleCalls.all.prefix(40) {
        let decision = router.route(text)
        var refused: [Refusal] = []
        var arbiters: [String] = []
        while true {
          let next = try router.reroute(decision, refused: refused).next
          if case .unit(let part, _) = next {
            #expect(arbiters.isEmpty, "\(router.image.id): \(text)")
            refused.append(Refusal(unit: part.unit.id, reason: "一"))
          } else if case .arbiter(let unit, _, _) = next {
            arbiters.append(unit.id)
            refused.append(Refusal(unit: unit.id, reason: "二"))
          } else {
            break
          }
        }
        let free = chain.filter { id in
          arbiters.contains(id) || !refused.contains { $0.unit == id }
        }
        #expect(arbiters == free, "\(router.image.id): \(text)")
      }
    }
  }
}
