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
  /// Which of the pattern's first 32 postings were visible; 0 while unseen.
  var visible: UInt32
  var context: UInt32
  /// The best occurrence.
  var start: UInt32
  var end: UInt32

  static let unseen = PatternState(visible: 0, context: 0, start: 0, end: 0)
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
  /// Index of the first hit that ends at a code or behind it.
  var firstHitByEnd = Buffer<UInt32>(capacity: 512)
  var contextOfCode = Buffer<UInt8>(capacity: 512)
  var hasContexts = false
  var barriers = Buffer<UInt32>(capacity: 32)
  var patternStates: Buffer<PatternState>
  var seenPatterns = Buffer<UInt32>(capacity: 256)
  var conceptHits = Buffer<ConceptHit>(capacity: 256)
  var numberHits = Buffer<ConceptHit>(capacity: 32)
  var conceptHeads: Buffer<Int32>
  var conceptCursors: Buffer<Int32>
  var intentScores = Buffer<Float>(capacity: Intent.allCases.count)
  var sideScores = Buffer<Float>(capacity: Policing.allCases.count)
  var ruleDone: Buffer<Bool>
  /// Square of the text's length as a vector of mined terms.
  var minedMass: Float = 0
  /// How far the mined terms are to be trusted with the text.
  var minedTrust: Float = 1
  /// Folded codes of the text.
  var length = 0
  /// The first hit of each mined term.
  var minedHits = Buffer<Hit>(capacity: 512)
  /// A bit a term.
  var minedSeen: Buffer<UInt64>
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
    patternStates = Buffer(capacity: lexicon.patterns.count)
    patternStates.fill(count: lexicon.patterns.count, with: .unseen)
    conceptHeads = Buffer(capacity: lexicon.concepts.count)
    conceptCursors = Buffer(capacity: lexicon.concepts.count)
    ruleDone = Buffer(capacity: lexicon.rules.count)
    let words = lexicon.mined.count / 64 + 1
    minedSeen = Buffer(capacity: words)
    minedSeen.fill(count: words, with: 0)
    minedSums = Buffer(capacity: lexicon.categories.count)
  }

  mutating func reset(for lexicon: Lexicon) {
    for index in seenPatterns.indices {
      patternStates[Int(seenPatterns[index])] = .unseen
    }
    seenPatterns.removeAll()
    contributions.removeAll()
    hits.removeAll()
    barriers.removeAll()
    conceptHits.removeAll()
    numberHits.removeAll()
    categoryScores.fill(count: lexicon.categories.count, with: 0)
    dangerScores.fill(count: lexicon.dangers.count, with: 0)
    facts.removeAll()
    conceptPresent.fill(count: lexicon.concepts.count, with: false)
    conceptHeads.fill(count: lexicon.concepts.count, with: -1)
    conceptCursors.fill(count: lexicon.concepts.count, with: -1)
    intentScores.fill(count: Intent.allCases.count, with: 0)
    sideScores.fill(count: Policing.allCases.count, with: 0)
    ruleDone.fill(count: lexicon.rules.count, with: false)
    hasContexts = false
  }
}
