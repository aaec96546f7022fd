import Automaton
public import Pack

/// The classifier's tables, as they lie in a pack.
public struct Lexicon: Sendable {
  public let strings: StringTable
  let matcher: Matcher
  /// Dense code → what it is worth as a numeral, see `Numeral`.
  let numerals: Table<UInt8>
  public let patterns: Table<PatternRecord>
  public let postings: Table<Posting>
  let hides: Table<HideRecord>
  let cues: Table<CueRecord>
  public let contexts: Table<ContextRecord>
  public let categories: Table<CategoryRecord>
  public let dangers: Table<DangerRecord>
  public let concepts: Table<ConceptRecord>
  public let rules: Table<RuleRecord>
  let ruleConcepts: Table<UInt16>
  /// Rules by the concept that must be present: `ruleIndex[starts[c]..<starts[c + 1]]`.
  let ruleIndexStarts: Table<UInt32>
  let ruleIndex: Table<RuleEntry>
  let escalations: Table<EscalationRecord>
  let presumptions: Table<PresumptionRecord>
  let exemptions: Table<ExemptionRecord>
  public let facts: Table<FactRecord>
  let numbers: Table<NumberRecord>
  /// `intents[policing * 2 + urgent]`: the intent where no word says it.
  let intents: Table<UInt8>
  public let settings: ClassifierSettings
  let mined: MinedModel

  /// Reads the tables in place. O(1).
  public init(image: PackImage) throws(PackError) {
    strings = try image.strings()
    numerals = try image.table(.numerals)
    // A worth for each code of the alphabet.
    matcher = try Matcher(image: image, .terms, alphabetSize: numerals.count)
    patterns = try image.table(.patterns)
    postings = try image.table(.postings)
    hides = try image.table(.hides)
    cues = try image.table(.cues)
    contexts = try image.table(.contexts)
    categories = try image.table(.categories)
    dangers = try image.table(.dangers)
    concepts = try image.table(.concepts)
    rules = try image.table(.rules)
    ruleConcepts = try image.table(.ruleConcepts)
    ruleIndexStarts = try image.table(.ruleIndexStarts)
    ruleIndex = try image.table(.ruleIndex)
    escalations = try image.table(.escalations)
    presumptions = try image.table(.presumptions)
    exemptions = try image.table(.exemptions)
    facts = try image.table(.facts)
    numbers = try image.table(.numbers)
    intents = try image.table(.intents)
    let settings = try image.table(.settings, of: ClassifierSettings.self)
    guard settings.count == 1 else { throw image.malformed(.settings) }
    self.settings = settings[0]
    mined = try MinedModel(
      image: image, categories: categories.count, alphabetSize: numerals.count)
    guard contexts.count >= 1, contexts.count < 256 else { throw image.malformed(.contexts) }
    guard intents.count == 8 else { throw image.malformed(.intents) }
    guard ruleIndexStarts.count == concepts.count + 1 else {
      throw image.malformed(.ruleIndexStarts)
    }
  }

  /// The postings of a pattern.
  @inline(__always)
  func postings(of pattern: PatternRecord) -> Table<Posting> {
    let first = Int(pattern.firstPosting)
    return postings[first..<first + Int(pattern.postingCount)]
  }
}
