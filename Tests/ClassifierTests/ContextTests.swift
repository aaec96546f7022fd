import Classifier
import Routing
import TestSupport
import Testing

/// What counts, what is covered, what is shielded: on a lexicon small enough to see through.
@Suite struct ContextTests {
  static let router: Router = {
    do {
      return try MiniLexicon(
        terms: [
          "火 fire 1", "着火 fire 3", "着火 !fire 1", "路灯 urban-management 2",
          "路灯不亮 urban-management 4", "打人 assault 3", "打人 !violence 1", "没反应 life-rescue 3",
          "没反应 !unconscious 1", "流血 !unconscious 1", "被偷 theft 3", "我要投诉 =投诉 2",
        ],
        cues: [
          "没有 negated after 6 clause", "没 negated after 3 clause", "去年 past after 20 sentence",
          "如果 hypothetical after 20 sentence", "灭了 settled before 20 sentence",
          "演练 drill both 30 sentence", "但是 asserted after 1 clause",
        ],
        exclusions: ["火锅", "没完没了 cue", "着火点 !fire"]
      ).router()
    } catch {
      fatalError("\(error)")
    }
  }()

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var urgent = false
    /// Category → score.
    var scores: [String: Double] = [:]

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "asserted", text: "我家着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "a longer term covers a shorter one of the same category", text: "路灯不亮",
      scores: ["urban-management": 4]),
    Case(name: "said twice counts once", text: "路灯，路灯", scores: ["urban-management": 2]),
    Case(name: "exclusion", text: "吃火锅", scores: [:]),
    Case(
      name: "exclusion and a real one", text: "吃火锅时着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "exclusion limited to the danger", text: "着火点", scores: ["fire": 3]),
    Case(name: "negated", text: "没有着火", scores: [:]),
    Case(name: "negation ends with its clause", text: "没有，着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "negation ends at a space", text: "没有 着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "negation ends at a barrier", text: "没有人但是着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "negation has a reach", text: "没有看见他们的人着火了", urgent: true, scores: ["fire": 3]),
    Case(
      name: "the best occurrence counts", text: "没有着火。不对，着火了", urgent: true,
      scores: ["fire": 3]),
    Case(
      name: "a cue inside a term is no cue", text: "他没反应流血", urgent: true,
      scores: ["life-rescue": 3]),
    Case(
      name: "a cue inside an exclusion is no cue", text: "没完没了打人", urgent: true,
      scores: ["assault": 3]),
    Case(name: "past", text: "去年被偷了", scores: ["theft": 0.9]),
    Case(
      name: "past ends with its sentence", text: "去年被偷。现在路灯不亮",
      scores: ["theft": 0.9, "urban-management": 4]),
    Case(name: "hypothetical", text: "如果着火怎么办", scores: ["fire": 1.2]),
    Case(name: "settled covers what precedes", text: "着火了，已经灭了", scores: ["fire": 1.8]),
    Case(name: "a drill covers both sides", text: "今天演练，着火了", scores: ["fire": 0.9]),
    Case(
      name: "traditional script", text: "著火了，路燈不亮", urgent: true,
      scores: ["fire": 3, "urban-management": 4]),
    Case(name: "full width and spaces", text: "着 火", urgent: true, scores: ["fire": 3]),
    Case(name: "punctuation inside is no match", text: "着，火", scores: ["fire": 1]),
    Case(name: "nothing", text: "……", scores: [:]),
  ]

  @Test(arguments: cases)
  func scoresAre(_ test: Case) {
    let decision = Self.router.route(test.text)
    #expect(decision.urgent == test.urgent)
    var scores: [String: Double] = [:]
    for category in [decision.category] + decision.alternatives where category.score > 0 {
      scores[category.id] = (category.score * 1000).rounded() / 1000
    }
    #expect(scores == test.scores)
  }

  @Test func evidenceNamesTheBytes() {
    let text = "没有小偷，但是路燈不亮"
    let decision = Self.router.route(text)
    let piece = decision.evidence.first { $0.target == "urban-management" }
    #expect(piece?.term == "路灯不亮")
    #expect(piece.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == "路燈不亮")
  }

  @Test func intentIsSaidOrInferred() {
    #expect(Self.router.route("我要投诉路灯不亮").intent.name == "投诉")
    #expect(Self.router.route("着火了").intent.name == "报警")
  }

  @Test func nothingKnownAsksForReview() {
    let decision = Self.router.route("喂喂")
    #expect(decision.reviewReasons.contains("no-evidence"))
    #expect(!decision.urgent)
  }
}
