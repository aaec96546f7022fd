import Classifier
import Routing
import TestSupport
import Testing

/// What happens counts, not where: places that a department looks after, and what is no matter of
/// that department.
@Suite struct SettingTests {
  @Test(arguments: [
    "医院里病人家属在打医生", "物业保安打人", "公交司机和乘客打起来了", "网吧里打起来了",
    "养老院护工打老人", "网约车司机摸我", "体育老师摸女学生", "房东带人闯进我屋里", "村干部打人",
    "加油站着火了", "黑车司机不让我下车", "饭店老板拿刀追客人", "学校里有人偷电动车",
  ])
  func theActDecides(call: String) {
    let decision = TestPack.chengkou.route(call)
    #expect(decision.policing == .police || decision.policing == .joint, "\(decision.category.id)")
  }

  @Test(arguments: [
    "医生打针把孩子打哭了，态度太差", "物业保安态度恶劣", "公交司机不停站", "网吧里有未成年人上网",
    "养老院乱收费", "网约车司机绕路多收钱", "体育老师不教课", "房东不退押金", "村干部办低保不公平",
    "加油站油里掺水", "黑车拉客", "饭店老板不开发票", "学校乱收费",
  ])
  func thePlaceDecidesWhereNothingElseHappens(call: String) {
    #expect(TestPack.chengkou.route(call).policing == .nonPolice)
  }
}
