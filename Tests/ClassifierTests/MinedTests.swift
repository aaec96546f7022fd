import Classifier
import Foundation
import Pack
import Routing
import TestSupport
import Testing

/// The mined terms: short sequences with fitted weights beside the lexicon's own words.
@Suite struct MinedTests {
  private static func router(_ mined: [String], terms: [String] = []) -> Router {
    do {
      return try MiniLexicon(terms: terms, mined: mined, settings: [noVagueCall]).router()
    } catch {
      fatalError("\(error)")
    }
  }

  /// Mined terms decide however short the text.
  private static let noVagueCall = "vague_length 0"

  // “no” is −1 for every target until a term says otherwise.
  private static let base = "* | | ! :-1 %police:0".replacing(" :", with: ":")

  static let cases = router(
    [
      base, "井盖 | 20 | urban-management:40 %police:-20",
      "不应 | 20 | life-rescue:40 %police:20 !:40", "演习 | 10 | !:-60",
      "着火 | 20 | fire:40 %police:20",
    ], terms: ["着火 fire 3", "着火 !fire 1"])

  @Test(arguments: [
    ("a mined term decides the category", "井盖没了", "urban-management", Policing.nonPolice, false),
    ("and the side, and urgency", "喊了不应", "life-rescue", .police, true),
    ("a danger word alone", "着火", "fire", .police, true),
    ("a danger word with strong words against it", "着火演习", "fire", .police, false),
    ("said twice is said once", "井盖井盖", "urban-management", .nonPolice, false),
    ("traditional script folds", "井蓋沒了", "urban-management", .nonPolice, false),
  ])
  func decides(name: String, text: String, category: String, policing: Policing, urgent: Bool) {
    let decision = Self.cases.route(text)
    #expect(decision.category.id == category, "\(name)")
    #expect(decision.policing == policing, "\(name)")
    #expect(decision.urgent == urgent, "\(name)")
  }

  @Test(arguments: [
    ("in place of the fitted row", "井盖没了", "theft"), ("beside the fitted rows", "雷劈了", "fire"),
    ("the other rows stay", "喊了不应", "life-rescue"),
  ])
  func aLockedRowStands(name: String, text: String, category: String) throws {
    let mini = MiniLexicon(
      mined: [Self.base, "井盖 | 20 | urban-management:40", "不应 | 20 | life-rescue:40"],
      locked: ["井盖 | 20 | theft:40", "雷劈 | 20 | fire:40"],
      settings: [Self.noVagueCall, "mined_floor 20"])
    #expect(try mini.router().route(text).category.id == category, "\(name)")
  }

  /// In a short text mined terms need a word beside them, or confidence.
  @Test(arguments: [
    ("mined terms alone", "井盖", "consultation"), ("a word beside them", "井盖路灯", "urban-management"),
    ("longer", "井盖没有了没有了", "urban-management"),
  ])
  func aShortTextMustTell(name: String, text: String, category: String) throws {
    let mini = MiniLexicon(
      terms: ["路灯 urban-management 1"], mined: [Self.base, "井盖 | 20 | urban-management:40"],
      settings: ["vague_length 5", "vague_confidence 1.1"])
    #expect(try mini.router().route(text).category.id == category, "\(name)")
  }

  /// A number without a name is for the target at its place in the row `*`.
  @Test func bareNumbersGoByPlace() throws {
    func image(_ mined: [String]) throws -> [UInt8] {
      try MiniLexicon(mined: ["* | | fire:-1 theft:.5 %police:0 !:-1"] + mined).image()
    }
    let named = try image(["井盖 | 2 | theft:-1.5 !:3", "不应 | 2 | fire:.5"])
    #expect(try image(["井盖 | 2 | 0 -1.5 0 3", "不应 | 2 | .5"]) == named)
    #expect(try image(["井盖 | 2 | !:3 -1.5", "不应 | 2 | fire:.5"]) == named, "beside a name")
  }

  @Test func aNumberWithoutAPlaceIsAMistake() {
    #expect {
      try MiniLexicon(mined: ["* | | fire:-1", "井盖 | 2 | 1 2"]).image()
    } throws: {
      "\($0)".contains("“2”没有写明对象")
    }
  }

  @Test func whatMattersIsEvidence() {
    let evidence = Self.cases.route("喊了不应").evidence.filter { $0.origin == .mined }
    #expect(evidence.map(\.term) == ["不应", "不应"])
    #expect(Set(evidence.map(\.target)) == ["life-rescue", "!other"])
    #expect(evidence.allSatisfy { $0.range == 6..<12 })
  }

  /// The share of a text's pairs that end a term, ten ordinary pairs added, to a power; at most 2.
  private static func trust(
    in letters: [Character], _ terms: Set<String>, _ settings: ClassifierSettings
  ) -> Float {
    let known = letters.indices.filter { last in
      (0..<last).contains { terms.contains(String(letters[$0...last])) }
    }
    let pairs = max(letters.count - 1, 0)
    let share =
      (Float(known.count) + 10 * settings.minedKnown) / Float(pairs + 10) / settings.minedKnown
    return min(Float(pow(Double(share), Double(settings.minedTrust))), 2)
  }

  /// Scores are those of a slow and obvious reading: a text is a vector of its distinct terms.
  @Test func scoresAreThoseOfTheReference() throws {
    var generator = SeededGenerator(seed: 11)
    let letters = Array("煤气水电路灯人打救")
    func word(_ length: Int) -> String {
      String((0..<length).map { _ in letters.randomElement(using: &generator)! })
    }
    var weights: [String: (rarity: Float, theft: Float)] = [:]
    while weights.count < 60 {
      weights[word(Int.random(in: 1...3, using: &generator))] = (
        Float(Int.random(in: 1...8, using: &generator)),
        Float(Int.random(in: -20...20, using: &generator)) / 4
      )
    }
    let router = Self.router(
      ["* | | theft:-0.5"]
        + weights.sorted { $0.key < $1.key }.map {
          "\($0.key) | \($0.value.rarity) | theft:\($0.value.theft)"
        })
    let theft = try #require(
      router.lexicon.categories.indices.first {
        router.lexicon.strings[router.lexicon.categories[$0].id] == "theft"
      })
    var scratch = router.makeScratch()
    for _ in 0..<2000 {
      let text = word(Int.random(in: 0...40, using: &generator))
      _ = router.route(text, scratch: &scratch)
      let found = weights.filter { text.contains($0.key) }.values
      let length = max(
        found.reduce(0) { $0 + $1.rarity * $1.rarity }.squareRoot(),
        router.lexicon.settings.minedFloor)
      let sum = -0.5 + found.reduce(0) { $0 + $1.theft } / length
      let expected =
        router.lexicon.settings.minedCategory * (sum + 1)
        * Self.trust(in: Array(text), Set(weights.keys), router.lexicon.settings)
      #expect(abs(scratch.classifier.categoryScores[theft] - expected) < 0.02, "\(text)")
    }
  }
}
