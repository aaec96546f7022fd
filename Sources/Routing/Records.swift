public import Classifier
public import Pack

// The tables of a pack that the router reads. Fixed layout, no padding: an enumeration takes one
// byte whatever its raw type, so neighbours fill the gap.

/// A unit of the plan, by the plan's own name.
@frozen
public struct UnitRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef

  public init(id: StringRef, name: StringRef) {
    self.id = id
    self.name = name
  }
}

/// A run of elements of another table.
@frozen
public struct ListRef: BitwiseCopyable, Sendable {
  public var first: UInt32
  public var count: UInt32

  public init(first: UInt32, count: UInt32) {
    self.first = first
    self.count = count
  }

  public var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// Something that must hold for a row of the plan to apply.
@frozen
public struct ConditionRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// `number` is 1 for urgent, 0 for not urgent.
    case urgent
    /// `target` is a `Policing`.
    case side
    /// A danger of this kind is about.
    case danger
    /// The concept is in the text.
    case concept
    /// The category is the subject, or has a score of at least `number` / 100.
    case hint
    case intent
    /// The level is at least the one with this index.
    case level
    /// The fact is at least `number`.
    case fact
    /// The place lies in the county town (`number` 1) or outside it (0).
    case area
    /// The call came in before this minute of the local day.
    case before
  }

  public var kind: Kind
  /// 1 if the condition must not hold.
  public var isNegated: UInt8
  public var target: UInt16
  public var number: UInt32

  public init(kind: Kind, isNegated: Bool, target: UInt16, number: UInt32) {
    self.kind = kind
    self.isNegated = isNegated ? 1 : 0
    self.target = target
    self.number = number
  }
}

/// One unit's part in one category.
@frozen
public struct DutyRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Part: UInt8, BitwiseCopyable, Sendable {
    case lead, co, notify
    /// Leads where no lead row holds.
    case fallback
  }

  /// Index of the category, `noIndex` for all.
  public var category: UInt16
  public var unit: UInt16
  public var part: Part
  public var reserved: UInt8 = 0
  public var reservedToo: UInt16 = 0
  /// The role in the plan's words (先期处警, 联合处置), or why a unit is told.
  public var role: StringRef
  public var conditions: ListRef
  public var citations: ListRef

  public init(
    category: UInt16, unit: UInt16, part: Part, role: StringRef, conditions: ListRef,
    citations: ListRef
  ) {
    self.category = category
    self.unit = unit
    self.part = part
    self.role = role
    self.conditions = conditions
    self.citations = citations
  }
}

/// A category whose side the plan sets otherwise than the scheme.
@frozen
public struct PolicingRecord: BitwiseCopyable, Sendable {
  public var category: UInt16
  public var policing: UInt16
  public var citations: ListRef

  public init(category: UInt16, policing: Policing, citations: ListRef) {
    self.category = category
    self.policing = UInt16(policing.rawValue)
    self.citations = citations
  }
}

/// A level, lowest first; the highest whose conditions hold is the call's.
@frozen
public struct LevelRecord: BitwiseCopyable, Sendable {
  public var name: StringRef
  /// Index of the level this row defines: several rows may define one level.
  public var rank: UInt32
  public var conditions: ListRef
  public var citations: ListRef

  public init(name: StringRef, rank: UInt32, conditions: ListRef, citations: ListRef) {
    self.name = name
    self.rank = rank
    self.conditions = conditions
    self.citations = citations
  }
}

/// Something somebody owes by some time.
@frozen
public struct ObligationRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Owner: UInt8, BitwiseCopyable, Sendable { case lead, coUnits, unit }
  @frozen
  public enum Clock: UInt8, BitwiseCopyable, Sendable {
    /// No number in the plan.
    case none
    /// `seconds` by the clock.
    case seconds
    /// `seconds` counts working days.
    case workingDays
  }

  public var owner: Owner
  public var clock: Clock
  public var unit: UInt16
  public var seconds: UInt32
  /// 1 if the limit can be computed from the call's time: it runs from receipt, or it counts days
  /// from an event of the same day.
  public var fromReceipt: UInt32
  public var action: StringRef
  /// ISO 8601 duration as the plan gives it, empty if none.
  public var within: StringRef
  /// The event from which the limit runs, in the plan's words.
  public var from: StringRef
  /// The condition in the plan's words.
  public var condition: StringRef
  public var rule: StringRef
  public var conditions: ListRef
  public var citations: ListRef

  public init(
    owner: Owner, unit: UInt16, clock: Clock, seconds: UInt32, fromReceipt: Bool,
    action: StringRef, within: StringRef, from: StringRef, condition: StringRef, rule: StringRef,
    conditions: ListRef, citations: ListRef
  ) {
    self.owner = owner
    self.clock = clock
    self.unit = unit
    self.seconds = seconds
    self.fromReceipt = fromReceipt ? 1 : 0
    self.action = action
    self.within = within
    self.from = from
    self.condition = condition
    self.rule = rule
    self.conditions = conditions
    self.citations = citations
  }
}

/// Where a rule of the plan stands.
@frozen
public struct CitationRecord: BitwiseCopyable, Sendable {
  public var rule: StringRef
  public var document: StringRef
  public var section: StringRef

  public init(rule: StringRef, document: StringRef, section: StringRef) {
    self.rule = rule
    self.document = document
    self.section = section
  }
}

/// What the pack says of itself.
@frozen
public struct ManifestRecord: BitwiseCopyable, Sendable {
  /// Name of the county or 街道.
  public var name: StringRef
  /// The role of the owner of the matter in a joint call (联合处置).
  public var jointRole: StringRef
  /// Administrative code.
  public var code: StringRef
  /// How the desk shows a township that was called by a former name; see
  /// `DecisionView.townshipLabel`. Empty: not at all.
  public var townshipLabel: StringRef

  public init(
    name: StringRef, jointRole: StringRef, code: StringRef, townshipLabel: StringRef
  ) {
    self.name = name
    self.jointRole = jointRole
    self.code = code
    self.townshipLabel = townshipLabel
  }
}
