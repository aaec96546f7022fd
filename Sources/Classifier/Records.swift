public import Pack

// The tables of a pack that the classifier reads. Fixed layout, no padding: the builder writes
// these very structs. Indices are positions in the tables; `noIndex` means “none”.

/// “None” where an index is expected.
public let noIndex: UInt16 = 0xFFFF

@frozen
public struct CategoryRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef
  public var policing: UInt32
  /// How far beyond the bar of urgency police go along with what is another department's.
  public var policeBar: Float

  public init(id: StringRef, name: StringRef, policing: Policing, policeBar: Float) {
    self.id = id
    self.name = name
    self.policing = UInt32(policing.rawValue)
    self.policeBar = policeBar
  }
}

/// A pattern of the term automaton and where its postings lie.
@frozen
public struct PatternRecord: BitwiseCopyable, Sendable {
  public var text: StringRef
  public var firstPosting: UInt32
  public var postingCount: UInt16
  /// Union of `1 << TargetKind.rawValue` over the postings.
  public var kinds: UInt16
  /// What the pattern hides inside itself: `hides[firstHide..<firstHide + hideCount]`.
  public var firstHide: UInt32
  public var hideCount: UInt32

  public init(
    text: StringRef, firstPosting: UInt32, postingCount: UInt16, kinds: UInt16, firstHide: UInt32,
    hideCount: UInt32
  ) {
    self.text = text
    self.firstPosting = firstPosting
    self.postingCount = postingCount
    self.kinds = kinds
    self.firstHide = firstHide
    self.hideCount = hideCount
  }
}

/// A shorter pattern inside a longer one that loses some of its postings there. Since a pattern's
/// inner matches are always the same, this is found when the pack is compiled.
@frozen
public struct HideRecord: BitwiseCopyable, Sendable {
  /// The shorter pattern.
  public var inner: UInt32
  /// Where it ends, in codes from the start of the longer one.
  public var end: UInt32
  /// The postings of the shorter pattern that still count, as a bit mask.
  public var visible: UInt32

  public init(inner: UInt32, end: UInt32, visible: UInt32) {
    self.inner = inner
    self.end = end
    self.visible = visible
  }
}

/// One thing a pattern says.
@frozen
public struct Posting: BitwiseCopyable, Sendable {
  public var kind: TargetKind
  /// For exclusions: the kind of what is shielded against, or `any`.
  public var limit: TargetKind
  /// Index of the category, concept, danger, cue … or, for a limited exclusion, of its target.
  public var target: UInt16
  public var weight: Float

  public init(kind: TargetKind, limit: TargetKind = .any, target: UInt16, weight: Float) {
    self.kind = kind
    self.limit = limit
    self.target = target
    self.weight = weight
  }
}

@frozen
public struct ContextRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef
  /// What remains of a category weight, 0…1.
  public var categoryFactor: Float
  /// What remains of a danger weight, 0…1.
  public var dangerFactor: Float

  public init(id: StringRef, name: StringRef, categoryFactor: Float, dangerFactor: Float) {
    self.id = id
    self.name = name
    self.categoryFactor = categoryFactor
    self.dangerFactor = dangerFactor
  }
}

@frozen
public struct CueRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Direction: UInt8, BitwiseCopyable, Sendable { case after, before, both }

  public var context: UInt16
  public var direction: Direction
  /// 1 if the cover may cross clauses within its sentence.
  public var crossesClauses: UInt8
  /// Greatest number of codes covered on each side.
  public var reach: UInt16
  public var reserved: UInt16 = 0

  public init(context: UInt16, direction: Direction, crossesClauses: Bool, reach: UInt16) {
    self.context = context
    self.direction = direction
    self.crossesClauses = crossesClauses ? 1 : 0
    self.reach = reach
  }
}

@frozen
public struct DangerRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef
  /// The category if danger is all that is known.
  public var fallback: UInt16
  /// 1 if police go first whoever owns the matter.
  public var policeFirst: UInt16

  public init(id: StringRef, name: StringRef, fallback: UInt16, policeFirst: Bool) {
    self.id = id
    self.name = name
    self.fallback = fallback
    self.policeFirst = policeFirst ? 1 : 0
  }
}

@frozen
public struct ConceptRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef
  /// 1 if some fact counts things by this concept (人 behind 三十).
  public var isMeasure: UInt32

  public init(id: StringRef, name: StringRef, isMeasure: Bool) {
    self.id = id
    self.name = name
    self.isMeasure = isMeasure ? 1 : 0
  }
}
