import Automaton
public import Pack

/// A piece of a score: one term or rule, once a call.
@frozen
public struct Contribution: BitwiseCopyable, Sendable {
  @frozen
  public enum Origin: UInt8, BitwiseCopyable, Sendable { case term, rule, presumption, mined }

  /// Index of the pattern, rule or mined term; of the category for a presumption.
  public var source: UInt32
  /// First code covered; a presumption covers none.
  public var start: UInt32
  /// Code after the last covered.
  public var end: UInt32
  public var target: UInt16
  public var kind: TargetKind
  public var origin: Origin
  /// Weight in the lexicon, before the context's factor.
  public var weight: Float
  /// What it added.
  public var effect: Float
  public var context: UInt32
}

/// A concept found in the text.
struct ConceptHit: BitwiseCopyable {
  var concept: UInt16
  var context: UInt16
  var start: UInt32
  var end: UInt32
  var clause: UInt32
  var sentence: UInt32
  /// The next hit of the same concept, -1 at the end.
  var next: Int32
}

/// A number with a meaning, as found.
@frozen
public struct FactValue: BitwiseCopyable, Sendable {
  public var fact: UInt32
  public var value: UInt32
}

/// What a pattern has shown so far in this call.
struct PatternState: BitwiseCopyable {
  var pattern: UInt32
  /// Which of the pattern's first 32 postings were visible.
  var visible: UInt32
  var context: UInt32
  /// The best occurrence.
  var start: UInt32
  var end: UInt32
}

/// Working memory of the classifier, owned by the caller and reused.
public struct ClassifierScratch: ~Copyable {
  public internal(set) var contributions = Buffer<Contribution>(capacity: 256)
  public internal(set) var categoryScores: Buffer<Float>
  public internal(set) var dangerScores: Buffer<Float>
  public internal(set) var facts: Buffer<FactValue>
  /// Concepts present in a context that counts, one flag each.
  public internal(set) var conceptPresent: Buffer<Bool>

  var hits = Buffer<Hit>(capacity: 512)
  /// Which postings of each hit count.
  var visible = Buffer<UInt32>(capacity: 512)
  /// Union of the kinds of all hits' patterns, as in `PatternRecord.kinds`.
  var hitKinds: UInt16 = 0
  var contextOfCode = Buffer<UInt8>(capacity: 512)
  var hasContexts = false
  var barriers = Buffer<UInt32>(capacity: 32)
  /// The patterns seen, in order of first appearance.
  var patternStates = Buffer<PatternState>(capacity: 256)
  var seenPatterns: BitSet
  /// Where a pattern that was seen stands in `patternStates`.
  var patternPlaces: Buffer<UInt32>
  var conceptHits = Buffer<ConceptHit>(capacity: 256)
  var numberHits = Buffer<ConceptHit>(capacity: 32)
  /// The concepts found, whatever their context.
  var touchedConcepts = Buffer<UInt16>(capacity: 64)
  /// First hit of each concept, -1 for none.
  var conceptHeads: Buffer<Int32>
  var conceptCursors: Buffer<Int32>
  var intentScores = Buffer<Float>(capacity: Intent.allCases.count)
  var sideScores = Buffer<Float>(capacity: Policing.allCases.count)
  var triedRules: BitSet
  /// Square of the text's length as a vector of mined terms.
  var minedMass: Float = 0
  /// How far the mined terms are to be trusted with the text.
  var minedTrust: Float = 1
  /// Folded codes of the text.
  var length = 0
  /// The first hit of each mined term.
  var minedHits = Buffer<Hit>(capacity: 512)
  var minedSeen: BitSet
  /// One sum a category, in steps of `1 / MinedModel.unit`.
  var minedSums: Buffer<Int32>
  /// Sums for the side and for urgency, in steps of `1 / MinedModel.fineUnit`.
  var minedLean = 0
  var minedUrgency = 0

  /// Memory for calls to be read with `lexicon`.
  public init(for lexicon: Lexicon) {
    categoryScores = Buffer(capacity: lexicon.categories.count)
    dangerScores = Buffer(capacity: lexicon.dangers.count)
    facts = Buffer(capacity: max(lexicon.facts.count, 1))
    conceptPresent = Buffer(capacity: lexicon.concepts.count)
    conceptPresent.fill(count: lexicon.concepts.count, with: false)
    seenPatterns = BitSet(count: lexicon.patterns.count)
    patternPlaces = Buffer(capacity: lexicon.patterns.count)
    patternPlaces.fill(count: lexicon.patterns.count, with: 0)
    conceptHeads = Buffer(capacity: lexicon.concepts.count)
    conceptHeads.fill(count: lexicon.concepts.count, with: -1)
    conceptCursors = Buffer(capacity: lexicon.concepts.count)
    conceptCursors.fill(count: lexicon.concepts.count, with: -1)
    triedRules = BitSet(count: lexicon.rules.count)
    minedSeen = BitSet(count: lexicon.mined.count)
    minedSums = Buffer(capacity: lexicon.categories.count)
  }

  mutating func reset(for lexicon: Lexicon) {
    for index in patternStates.indices {
      seenPatterns.remove(Int(patternStates[index].pattern))
    }
    patternStates.removeAll()
    for index in touchedConcepts.indices {
      conceptHeads[Int(touchedConcepts[index])] = -1
      conceptPresent[Int(touchedConcepts[index])] = false
    }
    touchedConcepts.removeAll()
    contributions.removeAll()
    hits.removeAll()
    barriers.removeAll()
    conceptHits.removeAll()
    numberHits.removeAll()
    categoryScores.fill(count: lexicon.categories.count, with: 0)
    dangerScores.fill(count: lexicon.dangers.count, with: 0)
    facts.removeAll()
    intentScores.fill(count: Intent.allCases.count, with: 0)
    sideScores.fill(count: Policing.allCases.count, with: 0)
    triedRules.removeAll()
    hasContexts = false
  }
}
