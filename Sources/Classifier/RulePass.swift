import Automaton
import Pack

/// How far a rule's matches may lie apart, in codes and in the text's own divisions.
private struct Region {
  /// Where the region begins, whatever a rule's order still demands.
  var floor: UInt32
  var low: UInt32
  var high: UInt32
  var clause: UInt32?
  var sentence: UInt32?

  func contains(_ hit: ConceptHit) -> Bool {
    hit.start >= low && hit.end <= high && (clause == nil || hit.clause == clause)
      && (sentence == nil || hit.sentence == sentence)
  }

  /// True if `hit` lies before this region, and so before all later ones.
  func isBehind(_ hit: ConceptHit) -> Bool {
    if let clause { return hit.clause < clause }
    if let sentence { return hit.sentence < sentence }
    return hit.end <= floor
  }
}

/// What a rule has matched so far.
private struct RuleMatch {
  var start: UInt32
  var end: UInt32
  var context: Int

  mutating func take(_ hit: ConceptHit, weaker: (Int, Int) -> Int) {
    start = min(start, hit.start)
    end = max(end, hit.end)
    context = weaker(context, Int(hit.context))
  }
}

extension Lexicon {
  /// Applies all rules whose pivot concept is present. Each counts once a call.
  ///
  /// A match in full context is preferred to a weakened one. O(rules tried × concept hits).
  func applyRules(scratch: inout ClassifierScratch) {
    // Concepts were touched from the text's end: in its order is how a reader would name them.
    var place = scratch.touchedConcepts.count - 1
    while place >= 0 {
      let concept = Int(scratch.touchedConcepts[place])
      place -= 1
      guard scratch.conceptPresent[concept] else { continue }
      for index in Int(ruleIndexStarts[concept])..<Int(ruleIndexStarts[concept + 1]) {
        let entry = ruleIndex[index]
        guard scratch.conceptPresent[Int(entry.other)], scratch.triedRules.insert(Int(entry.rule))
        else { continue }
        apply(Int(entry.rule), scratch: &scratch)
      }
    }
  }

  private func apply(_ index: Int, scratch: inout ClassifierScratch) {
    let rule = rules[index]
    let first = Int(rule.firstConcept)
    let all = ruleConcepts[first..<first + Int(rule.allCount)]
    let any = ruleConcepts[first + all.count..<first + all.count + Int(rule.anyCount)]
    let noneFirst = first + all.count + any.count
    let none = ruleConcepts[noneFirst..<noneFirst + Int(rule.noneCount)]
    for index in all.indices where !scratch.conceptPresent[Int(all[index])] { return }
    guard
      any.count == 0 || any.indices.contains(where: { scratch.conceptPresent[Int(any[$0])] })
    else { return }
    var found = match(rule, all: all, any: any, none: none, strict: true, scratch: &scratch)
    if found == nil, scratch.hasContexts {
      found = match(rule, all: all, any: any, none: none, strict: false, scratch: &scratch)
    }
    guard let match = found else { return }
    contribute(
      Contribution(
        source: UInt32(index), start: match.start, end: match.end, target: rule.target,
        kind: rule.kind, origin: .rule, weight: rule.weight, effect: 0,
        context: UInt32(match.context)),
      scratch: &scratch)
  }

  /// The first place where the rule holds, or nil.
  private func match(
    _ rule: RuleRecord, all: Table<UInt16>, any: Table<UInt16>, none: Table<UInt16>, strict: Bool,
    scratch: inout ClassifierScratch
  ) -> RuleMatch? {
    let pivots = all.count > 0 ? all[0..<1] : any
    for pivot in pivots.indices {
      rewind(all, any, none, scratch: &scratch)
      var next = scratch.conceptHeads[Int(pivots[pivot])]
      var failed: Region?
      while next >= 0 {
        let hit = scratch.conceptHits[Int(next)]
        next = hit.next
        guard counts(hit, for: rule, strict: strict) else { continue }
        // What failed in a clause, sentence or call fails for all pivots in it.
        if rule.window != .codes, let region = failed, region.contains(hit) { continue }
        let region = region(of: rule, around: hit)
        if let match = match(
          rule, from: hit, in: region, all: all, any: any, none: none, strict: strict,
          scratch: &scratch)
        {
          return match
        }
        failed = region
      }
    }
    return nil
  }

  private func region(of rule: RuleRecord, around hit: ConceptHit) -> Region {
    var region = Region(floor: 0, low: 0, high: .max, clause: nil, sentence: nil)
    switch rule.window {
    case .call: break
    case .sentence: region.sentence = hit.sentence
    case .clause: region.clause = hit.clause
    case .codes:
      let span = UInt32(rule.span)
      region.floor = hit.end > span ? hit.end - span : 0
      region.low = region.floor
      region.high = hit.start &+ span
    }
    return region
  }

  private func match(
    _ rule: RuleRecord, from pivot: ConceptHit, in region: Region, all: Table<UInt16>,
    any: Table<UInt16>, none: Table<UInt16>, strict: Bool, scratch: inout ClassifierScratch
  ) -> RuleMatch? {
    var match = RuleMatch(start: pivot.start, end: pivot.end, context: Int(pivot.context))
    var region = region
    if rule.inOrder != 0 { region.low = max(region.low, pivot.end) }
    for index in all.indices.dropFirst() {
      guard
        let found = first(all[index], in: region, for: rule, strict: strict, scratch: &scratch)
      else { return nil }
      match.take(found, weaker: weaker)
      if rule.inOrder != 0 { region.low = max(region.low, found.end) }
      narrow(&region, to: match, for: rule)
    }
    if rule.inOrder != 0 { region.low = region.floor }
    if any.count > 0 {
      var best: ConceptHit?
      for index in any.indices {
        guard
          let found = first(any[index], in: region, for: rule, strict: strict, scratch: &scratch)
        else { continue }
        if best == nil || found.start < best!.start { best = found }
      }
      guard let best else { return nil }
      match.take(best, weaker: weaker)
    }
    for index in none.indices
    where first(none[index], in: region, for: rule, strict: false, scratch: &scratch) != nil {
      return nil
    }
    return match
  }

  /// Lets the search for each concept begin at its first hit again.
  private func rewind(
    _ all: Table<UInt16>, _ any: Table<UInt16>, _ none: Table<UInt16>,
    scratch: inout ClassifierScratch
  ) {
    func rewind(_ concepts: Table<UInt16>) {
      for index in concepts.indices {
        let concept = Int(concepts[index])
        scratch.conceptCursors[concept] = scratch.conceptHeads[concept]
      }
    }
    rewind(all)
    rewind(any)
    rewind(none)
  }

  /// Keeps the whole match within the rule's span.
  private func narrow(_ region: inout Region, to match: RuleMatch, for rule: RuleRecord) {
    guard rule.window == .codes else { return }
    let span = UInt32(rule.span)
    region.low = max(region.low, match.end > span ? match.end - span : 0)
    region.high = min(region.high, match.start &+ span)
  }

  /// The first hit of a concept in a region, or nil.
  ///
  /// Pivots come in text order, so hits that lie before a whole region are never looked at again:
  /// a rule costs O(its concepts' hits) however often it is tried.
  private func first(
    _ concept: UInt16, in region: Region, for rule: RuleRecord, strict: Bool,
    scratch: inout ClassifierScratch
  ) -> ConceptHit? {
    var next = scratch.conceptCursors[Int(concept)]
    while next >= 0, region.isBehind(scratch.conceptHits[Int(next)]) {
      next = scratch.conceptHits[Int(next)].next
    }
    scratch.conceptCursors[Int(concept)] = next
    while next >= 0 {
      let hit = scratch.conceptHits[Int(next)]
      if region.contains(hit), counts(hit, for: rule, strict: strict) { return hit }
      if let sentence = region.sentence, hit.sentence > sentence { return nil }
      if let clause = region.clause, hit.clause > clause { return nil }
      if region.high != .max, hit.end > region.high &+ settings.longestPattern { return nil }
      next = hit.next
    }
    return nil
  }

  /// True if a hit's context leaves something for this rule (all of it, if `strict`).
  private func counts(_ hit: ConceptHit, for rule: RuleRecord, strict: Bool) -> Bool {
    let context = contexts[Int(hit.context)]
    let factor = rule.kind == .danger ? context.dangerFactor : context.categoryFactor
    return strict ? factor >= 1 : factor > 0
  }

  private func weaker(_ first: Int, _ second: Int) -> Int {
    remainder(first) <= remainder(second) ? first : second
  }
}
