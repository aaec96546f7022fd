public import Classifier
public import Jurisdiction
public import Pack

/// A decision as it lies in the scratch: valid only inside the closure that gets it.
public struct DecisionView: ~Copyable {
  public let router: Router
  public let verdict: Verdict
  public let place: PlaceResult
  /// The side of the line by the plan.
  public let policing: Policing
  /// Index of the level row, nil where the plan has no levels or nobody is sent.
  public let level: Int?
  public let lead: Assignment?
  public let reasons: ReviewReasons
  public let instant: Instant?
  public let coUnits: Table<Assignment>
  public let notified: Table<Assignment>
  public let obligations: Table<Owed>
  /// Indices of the channels that serve the call.
  public let channels: Table<UInt16>
  /// Indices of the citations used.
  public let basis: Table<UInt16>
  public let alternatives: Table<Alternative>
  public let contributions: Table<Contribution>
  public let facts: Table<FactValue>
  /// Whether each concept is in the text, in a context that counts.
  public let concepts: Table<Bool>
  /// Indices of the townships an ambiguous place may mean.
  public let candidates: Table<UInt32>
  /// The names of places that were weighed.
  public let placeEvidence: Table<PlaceEvidence>
  let sourceStarts: Table<UInt32>
  let sourceEnds: Table<UInt32>

  public var urgent: Bool { verdict.urgent }
  public var review: Bool { !reasons.isEmpty }

  /// The bytes of the original text that a contribution covers.
  public func sourceRange(of piece: Contribution) -> Range<Int> {
    sourceRange(from: piece.start, to: piece.end)
  }

  /// The bytes of the original text that some codes stand for.
  public func sourceRange(from start: UInt32, to end: UInt32) -> Range<Int> {
    if start == end { return 0..<0 }
    return Int(sourceStarts[Int(start)])..<Int(sourceEnds[Int(end) - 1])
  }
}
