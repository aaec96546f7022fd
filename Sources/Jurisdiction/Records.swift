public import Pack

// The tables of a pack that place resolution reads. Fixed layout, no padding: the builder writes
// these very structs. Indices are positions in the tables; `noPlace` means “none”.

/// “None” where a place is expected.
public let noPlace: UInt32 = 0xFFFF_FFFF

/// A current township: what a place resolves to.
@frozen
public struct TownshipRecord: BitwiseCopyable, Sendable {
  /// Twelve digits, of which the first nine identify the township.
  public var code: StringRef
  public var name: StringRef
  /// 街道, 镇, 乡 …
  public var kind: StringRef
  /// 1 if it belongs to the county town.
  public var urban: UInt32

  public init(code: StringRef, name: StringRef, kind: StringRef, isUrban: Bool) {
    self.code = code
    self.name = name
    self.kind = kind
    self.urban = isUrban ? 1 : 0
  }
}

/// What a place is.
@frozen
public enum PlaceKind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// A township, current or former.
  case township
  /// A village or residents' community.
  case village
  /// A road, school, scenic spot or nickname.
  case landmark
  /// The pack's own county.
  case county
  /// What the own county lies in.
  case ancestor
  /// Any other county, prefecture or province.
  case foreign
}

/// Something a caller may name.
@frozen
public struct PlaceRecord: BitwiseCopyable, Sendable {
  public var code: StringRef
  public var name: StringRef
  /// The current townships it may lie in: `townshipLists[first..<first + count]`.
  public var firstTownship: UInt32
  public var townshipCount: UInt16
  public var kind: PlaceKind
  /// 1 if it is the county town, of which no township can be told.
  public var isTown: UInt8

  public init(
    code: StringRef, name: StringRef, kind: PlaceKind, firstTownship: UInt32,
    townshipCount: UInt16, isTown: Bool = false
  ) {
    self.code = code
    self.name = name
    self.firstTownship = firstTownship
    self.townshipCount = townshipCount
    self.kind = kind
    self.isTown = isTown ? 1 : 0
  }
}

/// A string of the place automaton and where its forms lie.
@frozen
public struct PlacePattern: BitwiseCopyable, Sendable {
  public var firstForm: UInt32
  public var formCount: UInt16
  /// Union of `1 << PlaceForm.Kind.rawValue` over the forms, and `wordOnly`.
  public var kinds: UInt16

  /// Bit of `kinds`: a place, but an ordinary word unless something proves the place; see
  /// `PlaceForm.Need`.
  public static let wordOnly: UInt16 = 1 << 15

  public init(firstForm: UInt32, formCount: UInt16, kinds: UInt16) {
    self.firstForm = firstForm
    self.formCount = formCount
    self.kinds = kinds
  }
}

/// One thing a string may be: the name of a place, a cue, or a word that only looks like a place.
@frozen
public struct PlaceForm: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    case place
    /// A word that holds a place's name by chance: nothing inside it counts.
    case exclusion
    /// A cue that speaks of the place behind it.
    case lead
    /// A cue that speaks of the place before it.
    case trail
  }

  /// What an ordinary word needs in order to be a name (柳树: 柳树六组).
  @frozen
  public enum Need: UInt8, BitwiseCopyable, Sendable {
    case nothing
    /// A cue that proves it, its township beside it, or a sentence that is nothing else.
    case proof
    /// A cue that proves a village (三组), or its township beside it.
    case group
  }

  /// Index of the place, or of the cue.
  public var target: UInt32
  /// Weight of the name by itself.
  public var weight: Float
  /// Weight where the context shows that a place is meant.
  public var confirmed: Float
  public var kind: Kind
  /// 1 if the name stands without its generic part (和平, not 和平社区).
  public var isBare: UInt8
  /// 1 if the text need only sound like the name.
  public var isHomophone: UInt8
  public var need: Need

  public init(
    kind: Kind, target: UInt32, weight: Float, confirmed: Float, isBare: Bool,
    isHomophone: Bool = false, need: Need = .nothing
  ) {
    self.target = target
    self.weight = weight
    self.confirmed = confirmed
    self.kind = kind
    self.isBare = isBare ? 1 : 0
    self.isHomophone = isHomophone ? 1 : 0
    self.need = need
  }
}
