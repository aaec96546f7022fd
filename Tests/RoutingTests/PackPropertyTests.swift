import Classifier
import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

/// What must hold between packs, and between a pack and one with more in it, on many calls.
@Suite struct PackPropertyTests {
  /// Obligations hang on the route; the route never hangs on them.
  @Test("添一条义务，分流不变", arguments: TestPack.ids)
  func anObligationNeverChangesTheRoute(pack: String) throws {
    var random = SeededGenerator(seed: 110)
    let before = TestPack.router(pack)
    let copy = try LexiconCopy()
    let rows = (0..<4).map { Self.obligation($0, of: before, using: &random) }
    for row in rows { try copy.append(row, to: "\(pack)/obligations.tsv") }
    let after = try copy.router(pack)
    #expect(after.plan.obligations.count == before.plan.obligations.count + rows.count)

    var scratch = before.makeScratch()
    var otherScratch = after.makeScratch()
    var owedMore = 0
    var differing: [String] = []
    for text in SampleCalls.training.shuffled(using: &random).prefix(500) {
      let old = before.route(text, scratch: &scratch)
      var new = after.route(text, scratch: &otherScratch)
      owedMore += new.obligations.count - old.obligations.count
      // What is added: the obligations, their rules, the ways to reach who owes them.
      if new.obligations.filter({ !$0.action.hasPrefix("随机义务") }) != old.obligations
        || !Set(new.basis.map(\.rule)).isSuperset(of: old.basis.map(\.rule))
        || !Set(new.channels.map(\.id)).isSuperset(of: old.channels.map(\.id))
      {
        differing.append(text)
      }
      // All else is the same: policing, category, lead, co-units, place, level, evidence …
      new.obligations = old.obligations
      new.basis = old.basis
      new.channels = old.channels
      new.packDigest = old.packDigest
      if new != old { differing.append(text) }
    }
    #expect(differing.isEmpty, "\(rows): \(differing.prefix(5))")
    // At least the row without a condition was owed.
    #expect(owedMore >= 250, "\(owedMore)")
  }

  /// A row for `obligations.tsv`; the first has neither condition nor limit.
  private static func obligation(
    _ number: Int, of router: Router, using random: inout SeededGenerator
  ) -> [String] {
    let plan = router.plan
    func any(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
    let unit = any(plan.units.indices.map { plan.strings[plan.units[$0].id] })
    let rule = any(plan.citations.indices.map { plan.strings[plan.citations[$0].rule] })
    if number == 0 { return ["lead", "随机义务0", "", "", "接报", "", "", rule, ""] }
    let (within, calendar) = [("", ""), ("PT10M", "clock"), ("P2D", "working")]
      .randomElement(using: &random)!
    return [
      any(["lead", "co", unit]), "随机义务\(number)", within, calendar, any(["接报", "接到指令"]),
      any(["", "urgent", "side:joint", "!side:police", "intent:投诉", "hint:theft", "danger:fire"]),
      any(["", "必要时"]), rule, "",
    ]
  }

  /// What a call is about and whether it is urgent does not depend on who takes it. Only a pack's
  /// own terms may change that: calls that hold one are left out, for all packs.
  @Test("五个包对同一来电的类别和紧急相同") func packsAgreeOnCategoryAndUrgency() throws {
    let compiler = try PackCompiler(TestPack.folder)
    let local = try Self.localTerms()
    #expect(Set(local.keys) == ["ningnan"], "name the packs with terms of their own here")
    let terms = local.values.flatMap(\.self).map(compiler.folded)
    var random = SeededGenerator(seed: 12345)
    let calls = SampleCalls.training.shuffled(using: &random).filter { call in
      let folded = compiler.folded(call)
      return !terms.contains { folded.contains($0) }
    }.prefix(1000).map(\.self)
    try #require(calls.count == 1000)

    let routers = TestPack.all
    func verdicts(_ router: Router) -> [Answer] {
      var scratch = router.makeScratch()
      return calls.map {
        let decision = router.route($0, scratch: &scratch)
        return Answer(category: decision.category, urgent: decision.urgent)
      }
    }
    let first = verdicts(routers[0])
    var differing: [String] = []
    for router in routers.dropFirst() {
      for (index, other) in verdicts(router).enumerated() where other != first[index] {
        differing.append("\(router.image.id) \(other), not \(first[index]): \(calls[index])")
      }
    }
    #expect(differing.isEmpty, "\(differing.prefix(10).joined(separator: "\n"))")
  }

  private struct Answer: Equatable {
    var category: Decision.Category
    var urgent: Bool
  }

  /// The terms of `<pack>/terms/*.tsv` by pack, packs without any left out.
  private static func localTerms() throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for pack in TestPack.ids {
      for path in TestPack.folder.tables(in: "\(pack)/terms") {
        var diagnostics = Diagnostics()
        let table = try #require(
          TestPack.folder.table(
            path, required: ["term", "target", "weight", "kind"], into: &diagnostics))
        found[pack, default: []] += table.rows.map { $0["term"] }
      }
    }
    return found
  }
}
