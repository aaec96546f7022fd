import Classifier
import Routing
import TestSupport
import Testing

/// What a category presumes of danger, and when police go along with another department's matter.
@Suite struct DangerTests {
  static let router: Router = {
    do {
      return try MiniLexicon(
        terms: [
          "追尾 traffic-accident 4", "喊不醒 medical-emergency 5", "喊不醒 life-rescue 4",
          "喊不醒 !unconscious 4", "流血 medical-emergency 5", "流血 !medical 4",
          "遭打 assault 4",
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
}
