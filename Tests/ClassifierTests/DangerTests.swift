import Classifier
import Routing
import TestSupport
import Testing

/// What a category presumes of danger, what a danger makes of a category, and when police go along
/// with another department's matter. Without mined terms a call is as urgent as its danger words
/// weigh beyond 1.
@Suite struct DangerTests {
  static let router: Router = {
    do {
      return try MiniLexicon(
        terms: [
          "追尾 traffic-accident 4", "喊不醒 medical-emergency 5", "喊不醒 life-rescue 4",
          "喊不醒 !unconscious 6", "流血 medical-emergency 5", "流血 !medical 6",
          "遭打 assault 4", "停电 power-supply 4", "电线 power-supply 4", "电线 utility-danger 5",
          "灶 gas-supply 4", "席 food-drug 4", "工伤 labour 4", "冒火花 !electric 4",
          "垂着 !electric 1.5", "漏 !gas 1.5", "吐 !poison 1.5", "倒一片 !poison 6",
        ],
        cues: ["上回 past after 8 clause", "早就好了 settled before 8 sentence"],
        presumptions: ["traffic-accident crash 1"]
      ).router()
    } catch {
      fatalError("\(error)")
    }
  }()

  @Test(arguments: [
    ("said plainly", "追尾", true), ("long past", "上回追尾", false),
    ("settled", "追尾，早就好了", false), ("past, and once more", "上回追尾，又追尾", true),
  ])
  func aPresumedDangerIsToldAsItsCategory(name: String, text: String, urgent: Bool) {
    let decision = Self.router.route(text)
    #expect(decision.category.id == "traffic-accident")
    #expect(decision.urgent == urgent, "\(name)")
  }

  /// The unconscious by the road are the police's, those at home the ambulance's: one matter. A
  /// blow is another.
  @Test(arguments: [
    ("the same matter told otherwise", "喊不醒", Policing.nonPolice),
    ("an injury", "流血", .nonPolice),
    ("an injury in a fight", "遭打流血", .joint),
    ("unconscious after a fight", "遭打喊不醒", .joint),
  ])
  func policeGoAlongWithAMatterOfTheirOwn(name: String, text: String, policing: Policing) {
    let decision = Self.router.route(text)
    #expect(decision.category.id == "medical-emergency" && decision.urgent)
    #expect(decision.policing == policing, "\(name)")
  }

  /// A service's matter becomes 公用设施险情 by a danger that is told clearly, and turns back where
  /// it is hardly told. A leak of gas never waits.
  @Test(arguments: [
    ("clear", "停电，冒火花", "utility-danger"), ("hardly told", "停电，垂着", "power-supply"),
    ("clear from the start", "电线冒火花", "utility-danger"),
    ("a dead wire", "电线垂着", "power-supply"), ("gas", "灶漏", "utility-danger"),
  ])
  func aDangerTurnsAServicesMatter(name: String, text: String, category: String) {
    let decision = Self.router.route(text)
    #expect(decision.category.id == category && decision.urgent, "\(name)")
  }

  /// `police_bar` of categories.tsv: 0 for food, 4 for labour.
  @Test(arguments: [
    ("guests at a feast", "席，吐", Policing.joint), ("a worker", "工伤，吐", .nonPolice),
    ("workers, clearly", "工伤，倒一片", .joint),
  ])
  func policeGoAlongByTheCategorysBar(name: String, text: String, policing: Policing) {
    let decision = Self.router.route(text)
    #expect(decision.policing == policing && decision.urgent, "\(name)")
  }
}
