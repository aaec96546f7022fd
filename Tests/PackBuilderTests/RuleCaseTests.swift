import Foundation
import PackBuilder
import Routing
import TestSupport
import Testing

/// The rule cases inside the packs: what each plan demands, shown by calls.
@Suite struct RuleCaseTests {
  private static func cases(_ pack: String) -> [RuleCase] {
    var diagnostics = Diagnostics()
    let cases = RuleCase.read(TestPack.folder, pack: pack, into: &diagnostics)
    #expect(diagnostics.errors.isEmpty, "\(diagnostics.errors)")
    return cases
  }

  @Test(arguments: TestPack.ids)
  func everyCaseHolds(pack: String) {
    let router = TestPack.router(pack)
    for test in Self.cases(pack) where test.kind != .knownGap {
      let failures = test.failures(router)
      #expect(failures.isEmpty, "\(pack) \(test.id) \(test.text)：\(failures)")
    }
  }

  /// A case that could not fail would show nothing: the opposite kind fails on the same call.
  @Test(arguments: TestPack.ids)
  func aCaseCanFail(pack: String) throws {
    let router = TestPack.router(pack)
    let answered = try #require(
      Self.cases(pack).first { $0.kind == .must && $0.expectations.contains { $0.key == "lead" } })
    let mustNot = RuleCase(answered, as: .mustNot)
    #expect(mustNot.failures(router).count == answered.expectations.count)
  }

  /// Every rule of the five plans is answered: computed, carried as metadata, or out of scope.
  @Test func everyRuleIsAnswered() throws {
    guard let table = TestPack.shared("spec/seed_rules.tsv") else { return }
    let wanted = table.split(separator: "\n").dropFirst()
      .map { String($0.split(separator: "\t", omittingEmptySubsequences: false)[1]) }
    var diagnostics = Diagnostics()
    var answers: [RuleAnswer] = []
    for pack in TestPack.ids {
      answers += RuleAnswer.read(
        TestPack.folder, pack: pack, cases: Self.cases(pack), into: &diagnostics)
    }
    #expect(diagnostics.errors.isEmpty, "\(diagnostics.errors)")
    #expect(answers.map(\.rule).sorted() == wanted.sorted())
    #expect(answers.filter { $0.kind == .computed }.count >= 145)
  }

  /// Two units of one plan with one telephone number are noticed (D20).
  @Test func sharedNumbersAreNoticed() throws {
    let warnings = try PackCompiler(TestPack.folder).compile("street").warnings
    #expect(warnings.contains { $0.message.contains("88610110") })
  }
}
