/// What is known of the place of an incident.
@frozen
public enum PlaceStatus: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// One current township.
  case resolved
  /// Two or more townships fit; see `PlaceScratch.candidates`.
  case ambiguous
  /// Another county.
  case outside
  /// No usable place is named.
  case none

  /// The name used in output.
  public var name: String {
    switch self {
    case .resolved: "resolved"
    case .ambiguous: "ambiguous"
    case .outside: "outside"
    case .none: "none"
    }
  }
}

/// The place of an incident.
@frozen
public struct PlaceResult: BitwiseCopyable, Sendable {
  public var status: PlaceStatus
  /// Index of the township if resolved.
  public var township: Int?
  /// Index of the village's place, if resolved and named.
  public var village: Int?
  /// The name that was only heard alike, if the place rests on one: 批沙镇 for 披砂镇.
  public var heard: HeardName?

  public init(status: PlaceStatus, township: Int? = nil, village: Int? = nil) {
    self.status = status
    self.township = township
    self.village = village
  }
}

/// One reading of one name in the text, for explanations.
@frozen
public struct PlaceEvidence: BitwiseCopyable, Sendable {
  /// Index of the place.
  public var place: UInt32
  /// First code covered.
  public var start: UInt32
  /// Code after the last covered.
  public var end: UInt32
  /// What the name counted, role included.
  public var weight: Float
  public var role: PlaceRole
  /// True if the context showed that a place is meant.
  public var isConfirmed: Bool
  /// True if the text only sounds like the name.
  public var isHomophone: Bool
}

/// A name of the county and the codes of the text that sound like it.
@frozen
public struct HeardName: BitwiseCopyable, Sendable {
  /// Index of the place.
  public var place: UInt32
  /// First code covered.
  public var start: UInt32
  /// Code after the last covered; equal to `start` where the text is not the caller's.
  public var end: UInt32
  /// What the name counted, role included.
  public var weight: Float
}
