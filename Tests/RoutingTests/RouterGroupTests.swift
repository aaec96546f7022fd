import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

/// All packs at once decide as each alone.
@Suite struct RouterGroupTests {
  static let packs = ["anhua", "chengkou", "ningnan", "qianwei", "street"]

  static let group: RouterGroup = {
    do {
      let folder = SourceFolder(TestPack.root + "/lexicons")
      let outputs = try PackCompiler(folder).compile(together: packs)
      return try RouterGroup(images: outputs.map { try PackImage(bytes: $0.image) })
    } catch { fatalError("\(error)") }
  }()

  @Test(arguments: [
    "我屋头煤气味大得很，晓不得是哪里漏", "葛城街道南大街路灯坏了几天了", "披砂镇有人打架，动了刀",
    "老板欠我三个月工资", "", "楼下烧烤摊吵得睡不着，城管管不管", "罗家坝的娃儿掉河里了",
  ])
  func decidesAsEachAlone(text: String) {
    let together = Self.group.route(text)
    #expect(together.map(\.pack) == Self.packs)
    for (pack, decision) in zip(Self.packs, together) {
      var decision = decision
      let alone = TestPack.router(pack).route(text)
      decision.packDigest = alone.packDigest
      #expect(decision.json(id: nil) == alone.json(id: nil), "\(pack)")
    }
  }

  @Test func aGuestImageAloneIsRefused() throws {
    let folder = SourceFolder(TestPack.root + "/lexicons")
    let outputs = try PackCompiler(folder).compile(together: ["chengkou", "street"])
    let guest = try PackImage(bytes: outputs[1].image)
    #expect(throws: PackError.self) { try Router(image: guest) }
  }
}
