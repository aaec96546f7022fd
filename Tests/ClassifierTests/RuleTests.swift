import Routing
import TestSupport
import Testing

@Suite struct RuleTests {
  static let router: Router = {
    do {
      return try MiniLexicon(
        terms: [
          "老板 @boss 1", "工钱 @wage 1", "不给 @owe 1", "老人 @elder 1", "敲门 @knock 1",
          "没人应 @no-answer 1", "演习 @calm 1", "人 @people-measure 1", "聚集 @protest 1",
          "死 @die 1", "个 @count-measure 1",
        ],
        rules: [
          "R-clause | labour | 3 | wage owe | boss | | clause | any",
          "R-order | life-rescue | 2 | knock no-answer | | | 8 | in-order",
          "R-danger | !missing | 1 | elder no-answer | | calm | sentence | any",
          "R-crowd | mass-incident | 3 | crowd protest | | | sentence | any",
        ],
        cues: ["没有 negated after 6 clause"]
      ).router()
    } catch {
      fatalError("\(error)")
    }
  }()

  @Test(arguments: [
    ("all and any in one clause", "老板不给工钱", true),
    ("any missing", "不给工钱", false),
    ("in two clauses", "老板不给，工钱", false),
    ("negated", "老板没有不给工钱", false),
  ])
  func clause(name: String, text: String, holds: Bool) {
    #expect(Self.router.route(text).category.id == (holds ? "labour" : "consultation"), "\(name)")
  }

  @Test(arguments: [
    ("in order", "敲门没人应", true), ("the other way round", "没人应敲门", false),
    ("too far apart", "敲门敲了好半天也还是没人应", false),
    ("the nearest of two", "敲门之后我们又等了很久再敲门没人应", true),
  ])
  func order(name: String, text: String, holds: Bool) {
    let rules = Self.router.route(text).evidence.map(\.term)
    #expect(rules.contains("R-order") == holds, "\(name)")
  }

  @Test(arguments: [
    ("danger", "老人敲门没人应", true), ("none of", "演习，老人敲门没人应", false),
    ("another sentence", "老人。没人应", false),
    ("a later sentence", "老人。演习。没人应。老人没人应", true),
  ])
  func none(name: String, text: String, urgent: Bool) {
    #expect(Self.router.route(text).urgent == urgent, "\(name)")
  }

  @Test(arguments: [
    ("三十多人聚集", true), ("30余人聚集", true), ("几十人聚集", true), ("上百人聚集", true),
    ("五人聚集", false), ("９人聚集", false), ("两万人聚集", true), ("〇人聚集", false),
  ])
  func numbersStandForConcepts(text: String, isCrowd: Bool) {
    #expect(
      Self.router.route(text).evidence.contains { $0.term == "R-crowd" } == isCrowd, "\(text)")
  }

  @Test func deathsRaiseTheLevel() {
    #expect(Self.router.route("老板不给工钱，死了三个").level == "较大")
    #expect(Self.router.route("老板不给工钱，死了两个").level == "一般")
  }

  /// Rules stay linear where their concepts abound: ten times the text, not a hundred times.
  @Test func manyHitsStayLinear() {
    func seconds(_ text: String) -> Double {
      var scratch = Self.router.makeScratch()
      let clock = ContinuousClock()
      let start = clock.now
      _ = Self.router.route(text, scratch: &scratch)
      let spent = clock.now - start
      return Double(spent.components.attoseconds) / 1e18 + Double(spent.components.seconds)
    }
    for unit in ["敲门", "没人应", "敲门，", "没有不给工钱", "老人", "三十人"] {
      _ = seconds(String(repeating: unit, count: 200))
      let short = seconds(String(repeating: unit, count: 2_000))
      let long = seconds(String(repeating: unit, count: 20_000))
      #expect(long < short * 40 + 0.05, "\(unit): \(short) s, ten times as long: \(long) s")
    }
  }
}
