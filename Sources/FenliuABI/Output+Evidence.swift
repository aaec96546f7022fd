import CFenliu
import Classifier
import Jurisdiction
import Pack
import Routing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Output {
  /// The pieces that `Decision.evidence` lists, in the same order. Sorting allocates.
  mutating func writeEvidence(_ view: borrowing DecisionView) {
    if let heard = view.place.heard {
      let gazetteer = view.router.gazetteer
      let range = view.sourceRange(from: heard.start, to: heard.end)
      var item = unsafe fenliu_evidence()
      unsafe item.target_kind = FENLIU_TARGET_PLACE
      unsafe item.target = Int32(heard.place)
      unsafe item.origin = FENLIU_ORIGIN_TERM
      unsafe item.term = gazetteer.strings.view(gazetteer.places[Int(heard.place)].name)
      unsafe item.context = fenliu_string("homophone")
      unsafe item.start = range.lowerBound
      unsafe item.end = range.upperBound
      unsafe item.weight = Double(heard.weight)
      unsafe evidence.append(item)
    }
    for index in view.contributions.indices { append(view.contributions[index], view) }
    unsafe evidence.sort { unsafe Self.precedes($0, $1) }
  }

  private mutating func append(_ piece: Contribution, _ view: borrowing DecisionView) {
    let lexicon = view.router.lexicon
    let source = Int(piece.source)
    let range = view.sourceRange(of: piece)
    var item = unsafe fenliu_evidence()
    let term: StringRef
    switch piece.origin {
    case .term: unsafe (term, item.origin) = (lexicon.patterns[source].text, FENLIU_ORIGIN_TERM)
    case .rule: unsafe (term, item.origin) = (lexicon.rules[source].id, FENLIU_ORIGIN_RULE)
    case .presumption:
      unsafe (term, item.origin) = (lexicon.categories[source].name, FENLIU_ORIGIN_PRESUMPTION)
    case .mined: unsafe (term, item.origin) = (lexicon.minedText(source), FENLIU_ORIGIN_MINED)
    }
    unsafe item.target_kind =
      switch piece.kind {
      case .category: FENLIU_TARGET_CATEGORY
      case .danger: FENLIU_TARGET_DANGER
      case .intent: FENLIU_TARGET_INTENT
      case .side: FENLIU_TARGET_SIDE
      case .concept, .cue, .exclusion, .any: FENLIU_TARGET_OTHER
      }
    unsafe item.target = Int32(piece.target)
    unsafe item.term = lexicon.strings.view(term)
    unsafe item.context = lexicon.strings.view(lexicon.contexts[Int(piece.context)].id)
    unsafe item.start = range.lowerBound
    unsafe item.end = range.upperBound
    unsafe item.weight = Double(piece.weight)
    unsafe item.effect = Double(piece.effect)
    unsafe evidence.append(item)
  }

  /// By start, then by the bytes of the term.
  private static func precedes(_ left: fenliu_evidence, _ right: fenliu_evidence) -> Bool {
    if unsafe left.start != right.start { return unsafe left.start < right.start }
    let shorter = unsafe min(left.term.length, right.term.length)
    let order = unsafe memcmp(left.term.bytes, right.term.bytes, shorter)
    return unsafe order != 0 ? order < 0 : left.term.length < right.term.length
  }
}

extension Buffer {
  /// Sorts stably. O(n log n), allocates.
  fileprivate mutating func sort(by precedes: (Element, Element) -> Bool) {
    let sorted = indices.map { self[$0] }.sorted(by: precedes)
    for (index, element) in sorted.enumerated() { self[index] = element }
  }
}
