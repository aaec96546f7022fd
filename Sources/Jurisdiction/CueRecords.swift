/// What a cue says about the place beside it.
@frozen
public enum PlaceRole: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// Nothing is said: the place counts as it is.
  case plain
  /// It happened there.
  case incident
  /// The caller lives there.
  case home
  /// Somebody works or studies there.
  case away
  /// Somebody comes from there.
  case origin
  /// Somebody is on the way there.
  case destination
  /// Somebody fled there.
  case flight
  /// The name is part of another name (a road, a dish, a plate).
  case name
  /// The caller says “I am at …”: it happened there even if he also works or lives there.
  case here
  /// The name is part of the name of premises or a road (a shop, a bank, a bridge), which mostly
  /// stand where they are named after.
  case site
  /// Somebody lives there, not the caller.
  case abode

  /// The word for it in tables and explanations.
  public var word: String {
    switch self {
    case .plain: "plain"
    case .incident: "incident"
    case .home: "home"
    case .away: "away"
    case .origin: "origin"
    case .destination: "destination"
    case .flight: "flight"
    case .name: "name"
    case .here: "here"
    case .site: "site"
    case .abode: "abode"
    }
  }
}

extension PlaceRole {
  /// Somebody or something is there, as a word says.
  var stays: Bool { self == .incident || self == .here || self == .home || self == .abode }

  /// Somebody goes there.
  var leadsTo: Bool { self == .destination || self == .flight }

  /// True for roles that “I am at …” overrules.
  var yieldsToHere: Bool {
    self == .plain || self == .incident || self == .home || self == .abode || self == .away
  }
}

/// A word beside a place that says what part the place plays.
@frozen
public struct PlaceCueRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Effect: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    /// Gives the place a role.
    case role
    /// Shows that a bare name is a place.
    case confirm
    /// The same, even of words that are mostly no name too (柳树那边).
    case prove
    /// Joins two names into one address.
    case link
    /// Says nothing; keeps a shorter cue inside it from speaking.
    case neutral
  }

  /// Which names the cue speaks of.
  @frozen
  public enum Scope: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    case any
    /// Names without their generic part.
    case bare
    /// Places of the own county.
    case own
    case township
    case village
    /// Provinces, prefectures and counties.
    case region
  }

  public var effect: Effect
  public var role: PlaceRole
  public var scope: Scope
  public var reserved: UInt8 = 0
  /// Greatest number of codes between cue and place.
  public var reach: UInt32

  public init(effect: Effect, role: PlaceRole, scope: Scope, reach: UInt32) {
    self.effect = effect
    self.role = role
    self.scope = scope
    self.reach = reach
  }

  /// True if the cue speaks of names such as `form`.
  func covers(_ form: PlaceForm, _ kind: PlaceKind) -> Bool {
    switch scope {
    case .any: true
    case .bare: form.isBare != 0
    case .own: kind == .township || kind == .village || kind == .landmark
    case .township: kind == .township
    case .village: kind == .village
    case .region: kind == .county || kind == .ancestor || kind == .foreign
    }
  }
}

/// What remains of a place's weight in a role.
@frozen
public struct PlaceRoleRecord: BitwiseCopyable, Sendable {
  public var factor: Float
  /// The same where no other place is named.
  public var alone: Float
  /// Which roles come first where only such places are named: those of the lowest turn.
  public var turn: UInt32

  /// Number of turns.
  public static let turns = 4

  public init(factor: Float, alone: Float, turn: Int) {
    self.factor = factor
    self.alone = alone
    self.turn = UInt32(turn)
  }
}

/// Thresholds of the decision.
@frozen
public struct PlaceSettings: BitwiseCopyable, Sendable {
  /// A township counts as named from this score.
  public var accept: Float
  /// Townships less than this behind the best are candidates too.
  public var margin: Float
  /// Another county counts as the place of the incident from this score.
  public var outside: Float
  /// Greatest reach of a cue.
  public var longestReach: UInt32

  public init(accept: Float, margin: Float, outside: Float, longestReach: UInt32) {
    self.accept = accept
    self.margin = margin
    self.outside = outside
    self.longestReach = longestReach
  }
}
