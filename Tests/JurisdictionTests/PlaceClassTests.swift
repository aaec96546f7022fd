import Jurisdiction
import TestSupport
import Testing

/// Classes of language that say where something happened, as the callers of each county put them:
/// words that are names only where something proves it, the caller's own place and that of the
/// incident, a township and a village of one name, the county town, places next door.
@Suite("Places by class of language")
struct PlaceClassTests {
  /// `expected | text`, by pack.
  private static let examples: [String: String] = [
    "chengkou": """
    葛城街道;复兴街道 | 县城一家粉店着火了
    复兴街道;高观镇 | 我在复兴，有人砸车
    复兴街道;高观镇 | 复兴那边的路灯不亮
    复兴街道;高观镇 | 复兴那个弯弯上头在滚石头
    复兴街道 | 复兴街道那边的路灯不亮
    双河乡 | 双河那个派出所换地方了吗
    东安镇 | 东安那条峡谷路堵死了
    鸡鸣乡/灯梁村 | 灯梁村的人吃水要走三里路
    高燕镇 | 她说她在高燕的河坝头
    左岚乡 | 前面是一个叫左岚的乡
    outside | 我是修齐的，现在在万源官渡追尾了
    outside | 我家住咸宜，车在万源被擦了
    outside | 我治平的，到达州批发市场进货，车窗被砸了
    outside | 我屋是明通的，现在不在明通，我在开州这边
    outside | 官渡那边翻车了
    outside | 宣汉那个加油站的油有问题
    outside | 跟团到巫溪，不买东西不准上车
    高燕镇/来凤村 | 老人一个人住在高燕镇来凤村，我在渝北
    明中乡/云燕村 | 报警电话来自明中乡云燕村
    明中乡/柳家村 | 明中乡柳家村打来的电话，有人中毒
    none | 他往高观方向跑了
    none | 我妈的卡在武汉被盗刷了，骗子说的
    none | 爸妈都在广东，我一个人在家
    高观镇 | 我在高观，不是明通
    """,
    "ningnan": """
    俱乐镇/柳树村 | 窖里有两个人没气了，柳树六组
    俱乐镇/柳树村 | 俱乐柳树有人打架
    none | 柳树下面有人打架
    none | 柳树被风吹倒了
    俱乐镇/漆树村 | 有人打鸟，漆树。
    俱乐镇 | 杉树那边停电了
    none | 杉树被人砍了
    幸福镇;俱乐镇 | 稻谷那边停电了
    幸福镇;俱乐镇 | 稻谷卫生院门口撞车了
    none | 稻谷被人偷了
    竹寿镇 | 松林那个木材厂太吵
    竹寿镇 | 松林上来那段路垮了
    大同镇 | 大同信用社取款机吞卡
    松新镇/子各村 | 没有信号，在子各，打不出电话
    骑骡沟镇/果木村 | 果木小学有人打架
    幸福镇/茶岭村 | 我嫁到茶岭村三年了，天天挨打
    石梨镇/清水村 | 我在娘家清水村，有人赌钱
    outside | 会东街上有人拔牙没有证
    outside | 巧家那边翻车了
    outside | 我是幸福的，昨天在巧家被抢了
    跑马镇 | 跑马场上买不到米
    宁远镇 | 宁远镇有家粉店着火了
    """,
    "anhua": """
    江南镇/联盟村 | 豆腐坊排脏水，联盟这边
    none | 他们搞了个联盟
    冷市镇/曲江社区 | 网吧让小孩进，曲江这头的
    梅城镇;东坪镇 | 城西那边井盖翻了
    东坪镇/城西社区 | 东坪城西那边井盖翻了
    梅城镇/城北社区 | 梅城城北的菜场有人打架
    马路镇 | 昨天去云台山，导游乱收费
    田庄乡 | 去田庄，路断了
    outside | 我是东坪的，在桃江走亲戚，车烧了
    outside | 马迹塘那头大货车追尾
    outside | 在涟源加油站擦了一下
    outside | 卖车的在新化
    东坪镇 | 东坪镇有家粉店着火了
    """,
    "qianwei": """
    罗城镇 | 石菩萨的头被偷了，南阳的。
    罗城镇 | 南阳那边有人赌钱
    大兴镇/后边沟村 | 后边沟三组的坡在垮
    none | 屋后边沟里有条蛇
    清溪镇/交通街社区 | 交通街那群野狗又咬人
    玉津镇/西街社区 | 西街菜市场背后有野狗
    双溪镇 | 骑行去同兴，路塌了
    孝姑镇/麻柳场社区 | 麻柳场小学门口有人打架
    outside | 井研那个家具城不退钱
    outside | 我罗城的，在宜宾被车撞了
    none | 大家都健康平安
    玉津镇 | 玉津镇有家粉店着火了
    """,
    "street": """
    仁和街道;良渚街道 | 新桥那个红绿灯坏了
    径山镇/双溪村 | 我在双溪，漂流的船翻了
    径山镇/长乐村 | 长乐桥头撞车了
    良渚街道/安溪村 | 安溪老街石狮子被偷
    鸬鸟镇/山沟沟村 | 我们在山沟沟，下不来
    仁和街道 | 仁和那个化工仓库漏了
    outside | 我住闲林，车在临安青山湖被砸了
    余杭街道/凤栖社区 | 我们搬到凤栖社区，老人不见了
    none | 骑手往瓶窑方向跑了
    """,
  ]

  @Test("examples", arguments: examples.keys.sorted())
  func example(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for example in PlaceCase.all(Self.examples[pack]!) {
      #expect(finder.describe(example.text) == example.expected, "\(example.text)")
    }
  }

  @Test(
    "the county town is no township, even where one has it",
    arguments: ["ningnan", "qianwei", "anhua"])
  func countyTown(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for text in ["县城有家粉店着火了", "我在\(finder.countyName)城，红绿灯坏了"] {
      let place = finder.resolve(text)
      #expect(place.status == .ambiguous, "\(text)")
    }
  }

  @Test("words that are no names here", arguments: TestPack.ids)
  func words(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for text in Self.ordinary.split(separator: "\n").map(String.init) {
      #expect(finder.describe(text) == "none", "\(text)")
    }
  }

  /// Sentences with the names of villages in them that mean what they say.
  private static let ordinary = """
    柳树倒在路上了
    水库里有人游泳
    大桥下面有人
    花园里的灯坏了
    那边是机场吗
    他买了一块石膏板
    一家人和和气气，健康平安
    葡萄被人偷摘了
    花椒树被砍了
    我们联合起来要工钱
    他穿红色的衣服
    中心幼儿园门口堵车
    他骗我说卡在武汉被刷了
    公路桥那个洞洞底下有人
    运营商都不管
    楼道里那个灯坏了
    """
}
