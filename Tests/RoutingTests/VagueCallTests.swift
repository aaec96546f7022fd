import Classifier
import Routing
import TestSupport
import Testing

/// Calls that tell nothing yet: greetings, addresses, half sentences. Single characters are all the
/// mined terms have to go by; they may send nobody, and nobody may be left unheard.
@Suite struct VagueCallTests {
  @Test(arguments: [
    "我家在五楼", "我在葛城街道南大街18号", "我是张三", "我在家里", "他们还没来", "他还在这里",
    "就在学校旁边那个路口", "我不知道怎么说", "麻烦你们过来一下", "我在桥下面",
  ])
  func sendsNobodyAndAsks(call: String) {
    let decision = TestPack.chengkou.route(call)
    #expect(!decision.urgent)
    #expect(decision.category.id == "consultation")
    #expect(decision.review)
    #expect(decision.ask == "您慢慢说，出了什么事？")
  }

  @Test(arguments: ["喂，你好", "喂，你好，我在葛城街道", "有个事情想跟你们说", "我是刚才打电话那个"])
  func whoIsTakenForIdleIsAsked(call: String) {
    let decision = TestPack.chengkou.route(call)
    #expect(decision.review)
    #expect(decision.ask != nil)
  }

  /// A word that names a danger is enough, however short the call.
  @Test(arguments: ["我这里出事了", "快点来人", "救命", "有人打我", "杀人了", "着火了"])
  func aCryIsUrgent(call: String) {
    let decision = TestPack.chengkou.route(call)
    #expect(decision.urgent)
    #expect(decision.policing == .police)
  }
}
