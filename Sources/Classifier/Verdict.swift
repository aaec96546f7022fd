import Pack

/// Why a person should look at a decision.
@frozen
public struct ReviewReasons: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Nothing in the text speaks for any category.
  public static let noEvidence = ReviewReasons(rawValue: 1 << 0)
  /// The best score is low.
  public static let lowScore = ReviewReasons(rawValue: 1 << 1)
  /// The second category is close.
  public static let smallMargin = ReviewReasons(rawValue: 1 << 2)
  /// Danger decided, not the category's own words.
  public static let dangerWithoutCategory = ReviewReasons(rawValue: 1 << 3)
  /// Danger in a call that would get no dispatch.
  public static let dangerWithoutDispatch = ReviewReasons(rawValue: 1 << 4)
  /// The place named lies outside.
  public static let outside = ReviewReasons(rawValue: 1 << 5)
  /// The place named fits several townships.
  public static let ambiguousPlace = ReviewReasons(rawValue: 1 << 6)
  /// No unit of the plan owns the category.
  public static let noUnit = ReviewReasons(rawValue: 1 << 7)
  /// The pack is not in force on the day of the call.
  public static let notInForce = ReviewReasons(rawValue: 1 << 8)
  /// The call just misses being urgent.
  public static let possibleDanger = ReviewReasons(rawValue: 1 << 9)
}

/// What the classifier says of a call; the pieces behind it lie in the scratch.
public struct Verdict: Sendable {
  /// Index of the category that decides.
  public var category: Int
  /// The category before a danger changed it, or the same.
  public var subject: Int
  /// Sum of its pieces, sides included.
  public var score: Float
  public var urgent: Bool
  /// How far the call lies above the bar of urgency, below it if negative: on the scale of
  /// `urgent_review`.
  public var urgency: Float
  /// Index of the strongest danger, or nil.
  public var danger: Int?
  /// True if a danger is about that sends police first whoever owns the matter.
  public var policeFirst: Bool
  public var policing: Policing
  public var intent: Intent
  /// 0…1.
  public var confidence: Float
  public var reasons: ReviewReasons
}

extension CategoryRecord {
  /// The category's side in the scheme.
  public var side: Policing { Policing(rawValue: UInt8(truncatingIfNeeded: policing)) ?? .police }
}
