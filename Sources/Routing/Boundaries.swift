public import Classifier
public import Jurisdiction

/// How near a decision lies to another one: the words that hold it up, and how far off the second
/// category and the bar of urgency are.
public struct Boundaries: Sendable, Equatable {
  /// What a decision says of who goes where, as far as one word may change it.
  public struct Outcome: Sendable, Equatable {
    public var policing: Policing
    public var urgent: Bool
    /// Id and name.
    public var category: String
    public var categoryName: String
    /// The lead unit's name, nil if nobody leads.
    public var lead: String?
    public var place: PlaceStatus
    public var township: String?

    /// Copies what matters. Allocates.
    public init(_ decision: Decision) {
      policing = decision.policing
      urgent = decision.urgent
      category = decision.category.id
      categoryName = decision.category.name
      lead = decision.lead?.unit.name
      place = decision.jurisdiction.status
      township = decision.jurisdiction.township?.name
    }

    /// How grave it is that another decision comes out: urgency, side, category, unit, place.
    func weight(against other: Outcome) -> Int {
      (urgent != other.urgent ? 16 : 0) + (policing != other.policing ? 8 : 0)
        + (category != other.category ? 4 : 0) + (lead != other.lead ? 2 : 0)
        + (place != other.place || township != other.township ? 1 : 0)
    }
  }

  /// A word without which the decision is another.
  public struct Word: Sendable, Equatable {
    /// How a word came to be tried.
    public enum Kind: Sendable, CaseIterable {
      /// A term of the lexicon with a weight of its own.
      case term
      /// A term that a rule asked for.
      case concept
      /// A word such as 没有 that takes weight from others.
      case cue
      /// A name that speaks for a place.
      case place
      /// A mined sequence.
      case mined

      /// The name used in output.
      public var name: String {
        switch self {
        case .term: "term"
        case .concept: "concept"
        case .cue: "cue"
        case .place: "place"
        case .mined: "mined"
        }
      }
    }

    /// As the caller wrote it.
    public var text: String
    /// Byte range of the occurrence that was found first; all occurrences are taken away.
    public var range: Range<Int>
    public var kind: Kind
    /// What the decision is without it.
    public var becomes: Outcome
  }

  /// What the decision is.
  public var outcome: Outcome
  /// The gravest change first, then in order of the text.
  public var words: [Word]
  /// The next category, if anything speaks for one.
  public var second: Decision.Category?
  /// How many points the second category lies behind; negative if it has more but lies on the
  /// other side of the line.
  public var behind: Double
  /// How far above the bar of urgency the call is; not urgent below 0.
  public var urgency: Double
  /// How many times the call was routed again, at most `BoundaryFinder.mostRoutes`.
  public var routes: Int
}
