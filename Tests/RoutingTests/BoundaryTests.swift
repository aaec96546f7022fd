import Classifier
import Jurisdiction
import Pack
import Routing
import TestSupport
import Testing

/// Which word a decision hangs on, and how far off another decision is.
@Suite struct BoundaryTests {
  private static let router = TestPack.chengkou
  private static let finder = BoundaryFinder(router)

  private static let mini: (router: Router, finder: BoundaryFinder) = {
    do {
      let router = try MiniLexicon(
        terms: [
          "着火 fire 3", "着火 !fire 1", "着火了得 fire 2", "烟 pollution 2", "锅 life-help 2",
          "路灯 urban-management 2",
          "路灯不亮 urban-management 3",
          "还在 @w-still 1", "打 @hit 1",
        ], rules: ["R1 | assault | 4 | w-still hit | | | call | any"],
        cues: ["没有 negated after 6 clause"], exclusions: ["火锅"]
      ).router()
      return (router, BoundaryFinder(router))
    } catch { fatalError("\(error)") }
  }()

  private func mini(_ call: String) -> Boundaries {
    var scratch = Self.mini.router.makeScratch()
    return Self.mini.finder.find(in: call, scratch: &scratch)
  }

  @Test(arguments: [
    ("a term", "高观镇那边着火了", "着火", "consultation", false, "resolved"),
    ("however often it is said", "着火了，着火了", "着火", "consultation", false, "none"),
    ("a name", "高观镇那边着火了", "高观镇", "fire", true, "none"),
    ("spaces within stay", "着 火了", "着 火", "consultation", false, "none"),
    ("traditional script", "著火了", "著火", "consultation", false, "none"),
    ("a cue: what it held down stands up", "没有着火", "没有", "fire", true, "none"),
    ("the shorter of two that do the same", "着火了得", "着火", "consultation", false, "none"),
    ("a word that a rule asked for", "他们还在打", "打", "consultation", false, "none"),
    ("the second category comes up", "着火冒烟", "着火", "pollution", false, "none"),
    ("the shorter term that is left does not", "路灯不亮", "路灯不亮", "consultation", false, "none"),
  ])
  func hangsOn(
    name: String, call: String, word: String, category: String, urgent: Bool, place: String
  ) throws {
    let found = mini(call)
    let hit = try #require(found.words.first { $0.text == word }, "\(name): \(found.words)")
    #expect(hit.becomes.category == category, "\(name)")
    #expect(hit.becomes.urgent == urgent, "\(name)")
    #expect(hit.becomes.place.name == place, "\(name)")
    let bytes = Array(call.utf8)
    #expect(String(decoding: bytes[hit.range], as: UTF8.self) == word)
  }

  @Test func nothingToTakeAway() {
    let found = mini("今天天气好")
    #expect(found.words.isEmpty)
    #expect(found.routes == 0)
    #expect(found.second == nil)
  }

  /// What an exclusion shields must not appear when a part of it is taken away.
  @Test func noExclusionIsCutOpen() {
    #expect(mini("吃火锅").words.isEmpty)
    #expect(mini("吃火锅时着火").words.map(\.text) == ["着火"])
  }

  @Test func theWholeAsJSON() throws {
    let call = "高观镇那边着火了"
    let decision = Self.mini.router.route(call)
    let json = decision.json(boundaries: mini(call))
    let start = try #require(json.ranges(of: ",\"boundaries\":").first)
    #expect(
      json[start.upperBound...] == """
        {"words":[{"word":"着火","start":15,"end":21,"kind":"term","becomes":{"policing":"non-police",\
        "category":"consultation","category_name":"咨询建议","urgent":false,"lead":"其他单位"}},\
        {"word":"高观镇","start":0,"end":9,"kind":"place","becomes":{"status":"none","township":null}}],\
        "second":null,"urgency":0.0,"routes":2}}
        """)
    #expect(!decision.json().contains("boundaries"))
  }

  /// Each word is confirmed by routing the call with the word blotted out by hand, and no two say
  /// the same; the number of attempts is bounded; the decision itself is the one that routing gives.
  @Test func theWordsAreConfirmed() {
    var random = SeededGenerator(seed: 64)
    var scratch = Self.router.makeScratch()
    var words = 0
    for call in SampleCalls.training.shuffled(using: &random).prefix(400) {
      let found = Self.finder.find(in: call, scratch: &scratch)
      #expect(found.routes <= BoundaryFinder.mostRoutes)
      let decision = Self.router.route(call, scratch: &scratch)
      #expect(found.outcome == Boundaries.Outcome(decision))
      for (word, next) in zip(found.words, found.words.dropFirst())
      where word.becomes == next.becomes {
        #expect(!word.range.overlaps(next.range), "\(word.text), \(next.text): \(call)")
      }
      for word in found.words {
        #expect(word.becomes != found.outcome, "\(word.text): \(call)")
        // The table folds, a search by hand does not: one spelling only, no spaces in it.
        guard !word.text.contains(where: \.isWhitespace) else { continue }
        let blot = String(repeating: "\u{E000}", count: word.text.unicodeScalars.count)
        let blotted = call.replacing(word.text, with: blot)
        let outcome = Boundaries.Outcome(Self.router.route(blotted, scratch: &scratch))
        #expect(outcome == word.becomes, "\(word.text): \(call)")
        words += 1
      }
    }
    #expect(words > 100)
  }

  /// The bar of urgency is where it is said to be.
  @Test(arguments: ["chengkou", "ningnan"])
  func theMarginTellsUrgency(pack: String) {
    let router = TestPack.router(pack)
    let review = router.lexicon.settings.urgentReview
    var scratch = router.makeScratch()
    var wrong: [String] = []
    for call in SampleCalls.training {
      let bytes = Array(call.utf8)
      let verdict = unsafe bytes.withUnsafeBytes {
        unsafe router.route(utf8: $0, scratch: &scratch) { $0.verdict }
      }
      let margin = verdict.urgency
      let isNear = abs(margin) <= review
      if verdict.urgent != (margin >= 0) || verdict.reasons.contains(.possibleDanger) != isNear {
        wrong.append("\(margin): \(call)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }
}
