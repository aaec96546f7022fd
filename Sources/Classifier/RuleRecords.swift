public import Pack

// The tables that combine what the terms say. Fixed layout, no padding.

/// A rule: its concepts lie in the rule-concept table, `all` first, then `any`, then `none`.
@frozen
public struct RuleRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Window: UInt8, BitwiseCopyable, Sendable { case call, sentence, clause, codes }

  public var id: StringRef
  public var weight: Float
  public var firstConcept: UInt32
  public var target: UInt16
  /// For `Window.codes`: greatest span from first to last match.
  public var span: UInt16
  public var kind: TargetKind
  public var window: Window
  public var inOrder: UInt8
  public var allCount: UInt8
  public var anyCount: UInt8
  public var noneCount: UInt8
  public var reserved: UInt16 = 0

  public init(
    id: StringRef, kind: TargetKind, target: UInt16, weight: Float, window: Window, span: UInt16,
    inOrder: Bool, firstConcept: UInt32, allCount: UInt8, anyCount: UInt8, noneCount: UInt8
  ) {
    self.id = id
    self.weight = weight
    self.firstConcept = firstConcept
    self.target = target
    self.span = span
    self.kind = kind
    self.window = window
    self.inOrder = inOrder ? 1 : 0
    self.allCount = allCount
    self.anyCount = anyCount
    self.noneCount = noneCount
  }
}

/// A rule in the list of a concept that it needs.
@frozen
public struct RuleEntry: BitwiseCopyable, Sendable {
  public var rule: UInt32
  /// Another concept that must be present, or the same again.
  public var other: UInt16
  public var reserved: UInt16 = 0

  public init(rule: UInt32, other: UInt16) {
    self.rule = rule
    self.other = other
  }
}

/// A danger that turns one category into another.
@frozen
public struct EscalationRecord: BitwiseCopyable, Sendable {
  public var category: UInt16
  public var danger: UInt16
  public var becomes: UInt16
  public var reserved: UInt16 = 0
  /// How far beyond the bar of urgency it does.
  public var bar: Float

  public init(category: UInt16, danger: UInt16, becomes: UInt16, bar: Float) {
    self.category = category
    self.danger = danger
    self.becomes = becomes
    self.bar = bar
  }
}

/// A category whose own service suffices for a danger that otherwise sends police first.
@frozen
public struct ExemptionRecord: BitwiseCopyable, Sendable {
  public var danger: UInt16
  public var category: UInt16

  public init(danger: UInt16, category: UInt16) {
    self.danger = danger
    self.category = category
  }
}

/// A danger presumed where a category wins: a fire is a danger until the text says otherwise.
@frozen
public struct PresumptionRecord: BitwiseCopyable, Sendable {
  public var category: UInt16
  public var danger: UInt16
  /// The concept that lifts the presumption, or `noIndex`.
  public var unless: UInt16
  public var reserved: UInt16 = 0
  public var weight: Float

  public init(category: UInt16, danger: UInt16, unless: UInt16, weight: Float) {
    self.category = category
    self.danger = danger
    self.unless = unless
    self.weight = weight
  }
}

/// A number with a meaning: a numeral before `measure`, near `word`.
@frozen
public struct FactRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var word: UInt16
  public var measure: UInt16
  /// Greatest distance in codes between the number and the word.
  public var within: UInt16
  public var reserved: UInt16 = 0

  public init(id: StringRef, word: UInt16, measure: UInt16, within: UInt16) {
    self.id = id
    self.word = word
    self.measure = measure
    self.within = within
  }
}

/// A range of a fact that stands for a concept.
@frozen
public struct NumberRecord: BitwiseCopyable, Sendable {
  public var concept: UInt16
  public var fact: UInt16
  public var minimum: UInt32
  public var maximum: UInt32

  public init(concept: UInt16, fact: UInt16, minimum: UInt32, maximum: UInt32) {
    self.concept = concept
    self.fact = fact
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// Thresholds and fallbacks.
@frozen
public struct ClassifierSettings: BitwiseCopyable, Sendable {
  /// Danger from which a call is urgent.
  public var urgentThreshold: Float = 0
  /// A best score below this asks for review.
  public var reviewScore: Float = 0
  /// A lead over the second category below this asks for review.
  public var reviewMargin: Float = 0
  /// The category where nothing is known.
  public var fallbackCategory: UInt16 = 0
  /// The category where only an unnamed danger is known.
  public var fallbackDangerCategory: UInt16 = 0
  /// The danger that stands for an urgency no danger word explains.
  public var unnamedDanger: UInt16 = 0
  public var reserved: UInt16 = 0
  /// Length of the longest pattern in codes.
  public var longestPattern: UInt32 = 0
  /// How much each point for the non-police side raises the threshold of urgency.
  public var calmFactor: Float = 0
  /// The threshold rises by no more than this.
  public var calmMaximum: Float = 0
  /// How much a strong category counts for its side against several weak ones.
  public var sideSharpness: Float = 0
  /// What the mined terms count beside the lexicon's own: for categories, sides and urgency.
  public var minedCategory: Float = 0
  public var minedSide: Float = 0
  public var minedUrgency: Float = 0
  /// The least length of a text as a vector of mined terms.
  public var minedFloor: Float = 1
  /// The most that words and rules count for a category beside the mined terms.
  public var lexiconReach: Float = 0
  /// What danger words count beside the mined terms.
  public var urgentWords: Float = 0
  /// How much a well explained matter speaks against urgency.
  public var urgentExplained: Float = 0
  /// And how much more one that is clearly not the police's.
  public var urgentCalm: Float = 0
  /// In a text of fewer codes than this the mined terms count less for urgency.
  public var urgentLength: Float = 1
  /// From where a call is urgent when words and mined terms are added up.
  public var urgentBar: Float = 0
  /// A call that misses the bar by no more than this asks for review.
  public var urgentReview: Float = 0
  /// What share of the winner's score a police category must have for police to go along with what
  /// is another department's urgent matter.
  public var urgentJoin: Float = 1
  /// How far beyond the bar of urgency such a matter must be, if the category's own bar is higher.
  public var matterBar: Float = 0
  /// How much a lead in score counts for confidence.
  public var confidenceSharpness: Float = 1
  /// The share of a text's pairs of characters that mined terms know, at which they count as set.
  public var minedKnown: Float = 0
  /// The power of that share: 0 trusts the mined terms with every text alike.
  public var minedTrust: Float = 0
  /// Only in a text of at least so many codes, or with this confidence, do mined terms alone decide.
  public var vagueLength: UInt32 = 0
  public var vagueConfidence: Float = 0

  /// All zero: the pack compiler fills them in by name.
  public init() {}
}
