import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

/// One test a rule of the five plans, named by its id.
@Suite struct PlanRuleTests {
  /// A computed rule has a case that demands something, and all its cases hold.
  @Test("规则", arguments: PlanRule.all) func isShown(rule: PlanRule) {
    #expect(!rule.musts.isEmpty, "\(rule.pack)/cases.tsv: no must case for \(rule.id)")
    let router = TestPack.router(rule.pack)
    for test in rule.cases {
      let failures = test.failures(router)
      #expect(failures.isEmpty, "\(test.id) \(test.text)：\(failures)")
    }
  }

  /// The rules are those of the plans: at least 145 of the 162 are computed.
  @Test func seedRulesAreCovered() {
    guard let seeds = SeedRule.all else { return }
    let covered = Set(PlanRule.all.filter { !$0.musts.isEmpty }.map(\.id))
    #expect(covered.isSubset(of: seeds.map(\.id)))
    #expect(covered.intersection(seeds.map(\.id)).count >= 145, "\(covered.count)")
  }

  /// The cases of a rule demand what its row asks for, not just anything.
  @Test("用例要求的正是规则要的", arguments: PlanRule.all) func demandsWhatTheRowAsks(rule: PlanRule) {
    guard let seed = SeedRule.all?.first(where: { $0.id == rule.id }) else { return }
    for demand in Self.demands where seed.output.contains(demand.word) {
      #expect(demand.isMet(rule), "\(rule.id) asks for “\(demand.word)”: \(demand.what)")
    }
    if seed.kind == "emergency" { #expect(rule.values("urgent").contains("yes")) }
  }

  /// A word of `output_must_contain`, and what a case must then expect.
  private struct Demand: Sendable {
    let word: String
    let what: String
    let isMet: @Sendable (PlanRule) -> Bool
  }

  private static let demands: [Demand] = [
    // Dispositions and categories.
    Demand(word: "disposition=police", what: "policing=police") {
      !Set($0.values("policing")).isDisjoint(with: ["police", "joint"])
    },
    Demand(word: "disposition=non_police", what: "policing=non-police") {
      $0.values("policing").contains("non-police")
    },
    Demand(word: "category id fire", what: "category=fire") {
      $0.values("category").contains("fire")
    },
    Demand(word: "category id traffic", what: "category=traffic-accident") {
      $0.values("category").contains("traffic-accident")
    },
    Demand(word: "category id work_safety", what: "category=work-safety") {
      $0.values("category").contains("work-safety")
    },
    // Units, by the rule itself and with the role in the plan's word.
    Demand(word: "unit duty row", what: "a unit, and basis= the rule, in one case") { rule in
      rule.musts.contains { words in
        words.contains { ["lead", "co", "notify"].contains($0.key) && $0.value != "无" }
          && words.contains { $0.key == "basis" && $0.value == rule.id }
      }
    },
    Demand(word: "role=", what: "a unit with its role") { $0.hasRole("") },
    Demand(word: "role=lead", what: "牵头") { $0.hasRole("牵头") },
    Demand(word: "participate", what: "参与") { $0.hasRole("参与") },
    Demand(word: "coordinate", what: "协调") { $0.hasRole("协调") },
    Demand(word: "co-unit", what: "co=") { !$0.values("co").isEmpty },
    Demand(word: "co_dispatch", what: "co=") { !$0.values("co").isEmpty },
    Demand(word: "intents allowed", what: "the plan's intents in metadata.tsv") { rule in
      let plan = TestPack.router(rule.pack).plan
      return plan.metadata.indices.map { plan.metadata[$0] }.contains {
        plan.strings[$0.rule] == rule.id && plan.strings[$0.key].hasPrefix("intents-")
      }
    },
    // Obligations: owner, number or none, start event.
    Demand(word: "obligation", what: "obligation=") { !$0.values("obligation").isEmpty },
    Demand(word: "duration=null", what: "obligation=…/-") { $0.owes("-") },
    Demand(word: "immediate", what: "obligation=…/-") { $0.owes("-") },
    Demand(word: "PT10M", what: "obligation=…/PT10M") { $0.owes("PT10M") },
    Demand(word: "PT30M", what: "obligation=…/PT30M") { $0.owes("PT30M") },
    Demand(word: "PT1H", what: "obligation=…/PT1H") { $0.owes("PT1H") },
    Demand(word: "PT12H", what: "obligation=…/PT12H") { $0.owes("PT12H") },
    Demand(word: "2 working days", what: "obligation=…/P2D") { $0.owes("P2D") },
    Demand(word: "5 working days", what: "obligation=…/P5D") { $0.owes("P5D") },
    Demand(word: "start=", what: "the start event of an obligation") { rule in
      rule.values("obligation").contains { $0.split(separator: "/").count == 4 }
    },
    Demand(word: "local time <", what: "a must-not case after that hour") { rule in
      rule.cases.contains { $0.kind == .mustNot && $0.instant != nil }
    },
    // Levels, places, ways.
    Demand(word: "level=", what: "level=") { !$0.values("level").isEmpty },
    Demand(word: "area class=urban", what: "area=urban") { $0.values("area").contains("urban") },
    Demand(word: "area class=rural", what: "area=rural") { $0.values("area").contains("rural") },
    Demand(word: "deeper than township", what: "village=") { !$0.values("village").isEmpty },
    Demand(word: "channel", what: "channel=") { !$0.values("channel").isEmpty },
    Demand(word: "three_way", what: "channel=three-way") {
      $0.values("channel").contains("three-way")
    },
    Demand(word: "reroute", what: "next=") { !$0.values("next").isEmpty },
  ]
}

extension PlanRule {
  /// True if a case expects a unit in a role with this word.
  fileprivate func hasRole(_ word: String) -> Bool {
    values("lead", "co", "notify").contains { value in
      guard let slash = value.firstIndex(of: "/") else { return false }
      return word.isEmpty || value[slash...].contains(word)
    }
  }

  /// True if a case expects an obligation with this limit.
  fileprivate func owes(_ within: String) -> Bool {
    values("obligation").contains { value in
      let parts = value.split(separator: "/")
      return parts.count >= 3 && parts[2] == within
    }
  }
}
