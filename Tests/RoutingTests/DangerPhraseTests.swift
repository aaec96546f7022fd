import Classifier
import Routing
import TestSupport
import Testing

/// A danger told on top of any call: 190 calls of the development batches, each with 56 phrases.
@Suite struct DangerPhraseTests {
  /// The danger is never lost; police are, where ambulance or repair crew take over, for less than
  /// one in two hundred. Those are calls that only weak words lead to the police (DESIGN, Danger).
  @Test("添一句险情，紧急不减，派警也几乎不减") func aDangerToldOnTopTakesNothingAway() throws {
    let calls = try Self.calls()
    let router = TestPack.chengkou
    var scratch = router.makeScratch()
    var pairs = 0
    var calmer: [String] = []
    var withoutPolice: [String] = []
    for call in calls {
      let before = router.route(call, scratch: &scratch)
      for phrase in Self.phrases {
        let text = call + "，" + phrase
        let after = router.route(text, scratch: &scratch)
        pairs += 1
        if before.urgent, !after.urgent { calmer.append(text) }
        if before.policing.sendsPolice, !after.policing.sendsPolice { withoutPolice.append(text) }
      }
    }
    #expect(pairs > 10_000)
    #expect(calmer.isEmpty)
    #expect(withoutPolice.count * 200 < pairs, "\(withoutPolice.count)")
  }

  private static func calls() throws -> [String] {
    var random = SeededGenerator(seed: 119)
    let calls = SampleCalls.development.shuffled(using: &random).prefix(190)
    try #require(calls.count == 190)
    let ends: Set<Character> = ["。", "！", "？", "，", "…"]
    return calls.map { call in
      var text = call[...]
      while let last = text.last, ends.contains(last) { text.removeLast() }
      return String(text)
    }
  }

  private static let phrases = [
    "有人晕倒了", "有人昏迷不醒", "喊不醒了", "着火了", "冒浓烟了", "楼上起火了", "煤气味好大", "燃气泄漏了", "电线掉下来了带着电", "有人触电了",
    "要爆炸了", "有人掉河里了", "小孩落水了", "水淹进屋里了", "山上滚石头下来了", "山体滑坡了", "房子要垮了", "墙倒了压着人",
    "有人从楼上掉下来了", "有人被困在电梯里", "孩子被反锁在车里了", "被压在下面出不来", "有人要跳楼", "她说不想活了", "割腕了", "喝了农药", "正在打人",
    "打起来了", "拿刀砍人", "他手里有刀", "有人持械", "把人绑走了", "把孩子抱走了", "有人强行把她拖上车", "有人闯进屋里来了", "有人在撬我家门",
    "孩子不见了", "老人走丢了", "流了好多血", "满头是血", "喘不上气了", "心口疼得厉害", "没有呼吸了", "抽搐口吐白沫", "要生了", "中毒了",
    "好几个人上吐下泻", "化学品泄漏了", "被狗咬了", "被蛇咬了", "撞到人了", "车翻了", "人快不行了", "救命啊", "快来人啊要出人命了", "有人受伤",
  ]
}

extension Policing {
  fileprivate var sendsPolice: Bool { self == .police || self == .joint }
}
