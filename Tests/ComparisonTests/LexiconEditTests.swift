import Comparison
import PackBuilder
import TestSupport
import Testing

/// Which calls an edit of the tables can touch.
@Suite struct LexiconEditTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let after: MiniLexicon
    let edit: LexiconEdit
  }

  private static let before = MiniLexicon(
    terms: ["路灯 urban-management 2", "着火 !fire 1", "死了 @die 1"],
    rules: ["R1 | homicide-rape-abduction | 2 | die | | | call | any"],
    cues: ["没有 negated after 6 clause"], exclusions: ["火锅 !fire"])

  private static func edited(
    _ name: String, _ edit: LexiconEdit, _ change: (inout MiniLexicon) -> Void
  ) -> Case {
    var after = before
    change(&after)
    return Case(testDescription: name, after: after, edit: edit)
  }

  private static let cases = [
    edited("nothing", .nothing) { _ in },
    edited("a term more", .rows(texts: ["井盖"], concepts: [])) {
      $0.terms.append("井盖 urban-management 2")
    },
    edited("a term less", .rows(texts: ["路灯"], concepts: [])) { $0.terms.removeFirst() },
    edited("another weight", .rows(texts: ["路灯"], concepts: [])) {
      $0.terms[0] = "路灯 urban-management 3"
    },
    edited("another order", .nothing) { $0.terms.reverse() },
    edited("an exclusion more", .rows(texts: ["火把"], concepts: [])) {
      $0.exclusions.append("火把 !fire")
    },
    edited("another reach of a cue", .rows(texts: ["没有"], concepts: [])) {
      $0.cues = ["没有 negated after 8 clause"]
    },
    edited("another weight of a rule", .rows(texts: [], concepts: ["die"])) {
      $0.rules = ["R1 | homicide-rape-abduction | 3 | die | | | call | any"]
    },
    edited("a rule with any", .rows(texts: [], concepts: ["die", "injured"])) {
      $0.rules.append("R2 | theft | 3 | | die injured | | call | any")
    },
    edited("another table", .everything(file: "base/mined.tsv")) {
      $0.mined = ["* | | theft:-1"]
    },
  ]

  @Test(arguments: cases) func isToldByItsTexts(test: Case) throws {
    try Self.before.withFolder { old in
      try test.after.withFolder { new in
        #expect(LexiconEdit(from: old, to: new, pack: "chengkou") == test.edit)
      }
    }
  }

  /// Routing only the calls that an edit can touch finds what routing all of them finds: for edits
  /// of every kind of row, with words drawn from the calls themselves.
  @Test(arguments: 0..<6) func touchedCallsAreEnough(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<400).map { _ in SampleCalls.all.randomElement(using: &random)! }
    func word() -> String {
      while true {
        let text = Array(texts.randomElement(using: &random)!.unicodeScalars)
        let start = (0..<text.count).randomElement(using: &random)!
        let pair = text[start...].prefix(2)
        guard pair.count == 2, pair.allSatisfy({ (0x4E00...0x9FA5).contains($0.value) })
        else { continue }
        return pair.map { String($0) }.joined()
      }
    }
    func terms(_ target: String, _ count: Int) -> [String] {
      Set((0..<count).map { _ in word() }).sorted().map { "\($0) \(target)" }
    }
    let before = MiniLexicon(
      terms: terms("theft 2", 60) + terms("urban-management 2.5", 60) + terms("!fire 1", 20)
        + terms("@die 1", 20) + terms("@injured 1", 20),
      rules: ["R1 | theft | 2 | die injured | | | call | any"],
      cues: Set((0..<60).map { _ in word() }).sorted().map { "\($0) negated both 12 sentence" })
    var after = before
    switch seed % 3 {
    case 0: after.terms.removeLast(25)
    case 1: after.rules = ["R1 | !fire | 1 | injured | | | clause | any"]
    default:
      after.cues.removeLast(40)
      after.exclusions = [word() + word()]
    }
    let calls = try TwoLexicons.plain(texts)
    try TwoLexicons(before: before, after: after).compare { comparer, edit in
      let touched = try #require(comparer.calls(touchedBy: edit, in: calls))
      let all = comparer.changes(in: calls)
      #expect(comparer.changes(in: calls, among: touched) == all)
      #expect(touched.count < calls.indices.count)
      #expect(!all.isEmpty, "an edit that changes nothing would show nothing")
    }
  }
}
