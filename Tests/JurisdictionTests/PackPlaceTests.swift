import TestSupport
import Testing

/// Sentences that hold for every pack, and what single packs show best.
@Suite("Places in all packs")
struct PackPlaceTests {
  /// No place is named, though many words are somebody's village.
  private static let placeless = """
    有人打架，快来人
    我的电瓶车被偷了
    家里停电一整天了
    楼上半夜放音乐睡不着
    水管爆了水漫到楼道里
    马路上有人躺着不动
    马路中间有个大坑
    小区门口有人摆摊
    老板拖欠工资不给
    我被骗了两万块钱
    邻居家的狗咬了我
    娃儿走丢了快帮我找
    有人跳楼，在天台上
    买的东西是假货想退钱
    他们做生意不公平
    大家和平相处嘛
    祝你们新年幸福
    他们大兴土木不管安全
    两边说法大同小异
    我在家，门锁打不开了
    我在路上，车子爆胎了
    我在医院，医生不给看
    我在新建的楼里被砸了
    我在马路边，钱包掉了
    我在村里，有人乱倒垃圾
    我在街上，有人抢包
    村里的路灯全坏了
    村委会的人不给我办事
    社区的人态度不好
    街道办一直没有人接电话
    镇上的卫生院关门了
    乡里的路塌了半边
    稻谷被别人割了
    杉树被人砍了几十根
    泉水变浑了不敢喝
    跑马的人把我撞了
    我们团结起来要个说法
    民主选举有人做假
    光明正大地抢东西
    老人家突然昏倒没有反应
    """

  @Test("sentences without a place", arguments: TestPack.ids)
  func none(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    let sentences = Self.placeless.split(separator: "\n").map(String.init)
    #expect(sentences.count == 40)
    for text in sentences { #expect(finder.describe(text) == "none", "\(text)") }
  }

  @Test("a city known by the name of a district elsewhere", arguments: TestPack.ids)
  func heaviestRegion(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for city in ["西安", "吉安", "长沙", "抚顺", "岳阳", "广安"] {
      for text in ["我在\(city)，手机被偷了", "我在\(city)市，手机被偷了"] {
        #expect(finder.describe(text) == "outside", "\(text)")
      }
    }
  }

  /// `expected | text`, by pack.
  private static let examples: [String: String] = [
    "street": """
    outside | 乔司有人打架
    outside | 我在塘栖，车子被刮了
    outside | 塘栖镇有人打架
    outside | 崇贤街道停电了
    outside | 临平有人打架
    outside | 我在临平，手机被偷了
    outside | 余杭区塘栖镇有人打架
    outside | 杭州市余杭区乔司街道停电了
    none | 运河里有人钓鱼
    outside | 星桥那边有人打架
    良渚街道/运河村 | 运河村有人打架
    """,
    "qianwei": """
    玉屏镇;大兴镇 | 公平乡有人打架
    none | 公平，中和，大家都要讲道理
    """,
    "anhua": """
    none | 买卖公平，价格中和一下
    none | 江南的田庄风景好
    """,
  ]

  @Test("single packs", arguments: examples.keys.sorted())
  func single(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for example in PlaceCase.all(Self.examples[pack]!) {
      #expect(finder.describe(example.text) == example.expected, "\(example.text)")
    }
  }
}
