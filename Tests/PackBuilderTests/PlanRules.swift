import PackBuilder
import TestSupport
import Testing

/// A rule of a plan that its pack says is computed, and the cases that show it. Tests over rules
/// carry its id in their names.
struct PlanRule: Sendable, CustomTestStringConvertible {
  let id: String
  let pack: String
  /// The cases that name the rule, without the known gaps.
  let cases: [RuleCase]

  var testDescription: String { id }

  /// What its `must` cases expect: what they say under each key, a case at a time.
  var musts: [[(key: String, value: String)]] {
    cases.filter { $0.kind == .must }.map(\.expectations)
  }

  /// The values expected under some keys, over all `must` cases.
  func values(_ keys: String...) -> [String] {
    musts.flatMap { $0.filter { keys.contains($0.key) }.map(\.value) }
  }

  /// Every computed rule of the five plans, in the order of the tables.
  static let all: [PlanRule] = TestPack.ids.flatMap { pack in
    var diagnostics = Diagnostics()
    let cases = RuleCase.read(TestPack.folder, pack: pack, into: &diagnostics)
    let answers = RuleAnswer.read(TestPack.folder, pack: pack, cases: cases, into: &diagnostics)
    return answers.filter { $0.kind == .computed }.map { answer in
      PlanRule(
        id: answer.rule, pack: pack,
        cases: cases.filter { $0.kind != .knownGap && $0.rules.contains(answer.rule) })
    }
  }
}

/// A row of `../shared/spec/seed_rules.tsv`: what the output must contain, by rule.
struct SeedRule: Sendable {
  let id: String
  let kind: String
  let output: String

  /// Nil, with a printed reason, where the table is not there.
  static let all: [SeedRule]? = TestPack.shared("spec/seed_rules.tsv").map { table in
    table.split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return SeedRule(id: cells[1], kind: cells[2], output: cells[5])
    }
  }
}
