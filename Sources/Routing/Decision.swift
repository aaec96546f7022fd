public import Classifier
public import Jurisdiction

/// What is to be done about a call, and why: a copy that outlives its scratch.
public struct Decision: Sendable, Equatable {
  public struct Category: Sendable, Equatable {
    public var id: String
    public var name: String
    public var score: Double
  }

  public struct Unit: Sendable, Equatable {
    public var id: String
    /// As the plan names it.
    public var name: String
  }

  /// A unit with its part.
  public struct Part: Sendable, Equatable {
    public var unit: Unit
    /// The role, or why the unit is told, in the plan's words.
    public var role: String
  }

  public struct Area: Sendable, Equatable {
    public var code: String
    public var name: String
  }

  public struct Jurisdiction: Sendable, Equatable {
    public var status: PlaceStatus
    public var township: Area?
    public var village: Area?
    /// The townships an ambiguous place may mean.
    public var candidates: [Area]
    /// How the desk shows a township that was called by a former name; see
    /// `DecisionView.townshipLabel`.
    public var label: String?
  }

  public struct Obligation: Sendable, Equatable {
    /// Name of the unit that owes it.
    public var owner: String
    public var action: String
    /// ISO 8601 duration as the plan gives it, nil where it gives no number.
    public var within: String?
    /// The event the limit runs from.
    public var from: String
    public var condition: String?
    /// RFC 3339, where the call's time is known and the limit can be computed from it.
    public var due: String?
    /// Why a limit that could be computed was not: `outside-calendar`.
    public var dueReason: String?
    /// Rule id.
    public var basis: String
  }

  /// A way to hand the item on or to reach a unit.
  public struct Channel: Sendable, Equatable {
    public var id: String
    public var name: String
    /// phone, platform, three-way, group, transfer or radio.
    public var kind: String
    /// Nil where the plan gives none.
    public var number: String?
  }

  public struct Citation: Sendable, Equatable {
    public var rule: String
    public var document: String
    public var section: String
  }

  public struct Evidence: Sendable, Equatable {
    /// The term as the lexicon has it, the rule's id, or the name of the category that lets a
    /// danger be presumed.
    public var term: String
    /// Byte range in the caller's text.
    public var range: Range<Int>
    /// Id of the category, or the danger with `!` or other target before it.
    public var target: String
    public var weight: Double
    /// What it added after its context's factor.
    public var effect: Double
    public var context: String
    public var origin: Contribution.Origin
  }

  public var pack: String
  public var packDigest: String
  public var policing: Policing
  public var category: Category
  public var alternatives: [Category]
  public var urgent: Bool
  public var level: String?
  public var intent: Intent
  public var lead: Part?
  public var coUnits: [Part]
  public var notify: [Part]
  public var jurisdiction: Jurisdiction
  public var obligations: [Obligation]
  public var channels: [Channel]
  public var basis: [Citation]
  public var evidence: [Evidence]
  /// 0…1.
  public var confidence: Double
  public var review: Bool { !reviewReasons.isEmpty }
  public var reviewReasons: [String]
  /// The one question whose answer would tell most, where something is open; see
  /// `DecisionView.question`.
  public var ask: String?
}
