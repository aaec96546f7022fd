import Classifier
import Jurisdiction
public import Routing

/// What was answered to a call, as far as it can be right or wrong or explains itself.
public struct Answer: Sendable, Equatable {
  public struct Ranked: Sendable, Equatable {
    public var category: String
    public var score: Double

    public init(category: String, score: Double) {
      self.category = category
      self.score = score
    }
  }

  /// A piece of evidence.
  public struct Piece: Sendable, Equatable {
    public var term: String
    /// Byte range in the call's text, empty if it stands nowhere.
    public var range: Range<Int>
    /// A category, or a danger with `!`, a side with `%`, an intent with `=` before it.
    public var target: String
    public var effect: Double
    public var context: String
    /// What it comes from: term, rule, presumption, mined.
    public var origin: String

    public init(
      term: String, range: Range<Int>, target: String, effect: Double, context: String = "asserted",
      origin: String = "term"
    ) {
      self.term = term
      self.range = range
      self.target = target
      self.effect = effect
      self.context = context
      self.origin = origin
    }
  }

  public var policing = ""
  public var category = ""
  public var score = 0.0
  public var alternatives: [Ranked] = []
  /// Name of the leading unit, empty for nobody.
  public var unit = ""
  public var urgent = false
  public var level: String?
  public var place = ""
  public var township = ""
  /// 0…1.
  public var confidence = 0.0
  public var reviewReasons: [String] = []
  /// Not part of a saved run.
  public var evidence: [Piece] = []

  public init() {}

  public init(_ decision: Decision) {
    policing = decision.policing.name
    category = decision.category.id
    score = decision.category.score
    alternatives = decision.alternatives.map { Ranked(category: $0.id, score: $0.score) }
    unit = decision.lead?.unit.name ?? ""
    urgent = decision.urgent
    level = decision.level
    place = decision.jurisdiction.status.name
    township = decision.jurisdiction.township?.name ?? ""
    confidence = decision.confidence
    reviewReasons = decision.reviewReasons
    evidence = decision.evidence.map {
      Piece(
        term: $0.term, range: $0.range, target: $0.target, effect: $0.effect, context: $0.context,
        origin: "\($0.origin)")
    }
  }
}
