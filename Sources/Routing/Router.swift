public import Automaton
public import Classifier
public import Jurisdiction
public import Pack

/// Routes calls by one pack. Immutable: any number of threads may share one.
public final class Router: Sendable {
  public let image: PackImage
  public let alphabet: Alphabet
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer
  public let plan: Plan
  let planJSON: PlanJSON
  let evidenceJSON: EvidenceJSON

  /// Maps, checks and opens a pack file.
  public convenience init(pack path: String) throws(PackError) {
    try self.init(image: PackImage(path: path))
  }

  /// Opens a pack that is already in memory.
  public init(image: PackImage) throws(PackError) {
    self.image = image
    alphabet = try Alphabet(image: image)
    lexicon = try Lexicon(image: image)
    gazetteer = try Gazetteer(image: image)
    plan = try Plan(image: image)
    planJSON = PlanJSON(plan, image)
    evidenceJSON = EvidenceJSON(lexicon)
  }

  /// Opens a pack that was compiled together with `host`'s and shares its alphabet and lexicon.
  init(image: PackImage, sharing host: Router) throws(PackError) {
    self.image = image
    alphabet = host.alphabet
    lexicon = host.lexicon
    gazetteer = try Gazetteer(image: image)
    plan = try Plan(image: image)
    planJSON = PlanJSON(plan, image)
    evidenceJSON = host.evidenceJSON
  }

  /// Working memory for the hot path.
  public func makeScratch() -> Scratch { makeScratch(units: plan.units.count) }

  /// The same for plans with at most so many units.
  func makeScratch(units: Int) -> Scratch {
    Scratch(
      classifier: ClassifierScratch(for: lexicon), places: PlaceScratch(for: gazetteer),
      units: BitSet(count: units))
  }

  /// Routes one call and hands the decision to `body`; it is valid only there.
  ///
  /// Allocates nothing once `scratch` has seen a call as long. Linear in the text; any bytes are
  /// accepted, ill-formed UTF-8 counts as characters nobody knows.
  ///
  /// - Parameters:
  ///   - utf8: the call's text, fewer than 2³² bytes.
  ///   - instant: when the call came in, so that due times can be computed.
  ///   - place: where the incident is, if the desk knows it apart from the text; it decides the
  ///     jurisdiction unless it names no place.
  public func route<Result>(
    utf8: UnsafeRawBufferPointer, at instant: Instant? = nil, place placeText: String? = nil,
    scratch: inout Scratch,
    _ body: (borrowing DecisionView) throws -> Result
  ) rethrows -> Result {
    let verdict = unsafe read(utf8, scratch: &scratch)
    let view = decide(verdict, at: instant, place: placeText, scratch: &scratch)
    return try body(view)
  }

  /// The same for a span of bytes.
  public func route<Result>(
    utf8: Span<UInt8>, at instant: Instant? = nil, scratch: inout Scratch,
    _ body: (borrowing DecisionView) throws -> Result
  ) rethrows -> Result {
    try unsafe utf8.withUnsafeBytes {
      try unsafe route(utf8: $0, at: instant, scratch: &scratch, body)
    }
  }

  /// Routes one call: convenient, allocates a scratch and a decision.
  public func route(_ text: String, at instant: Instant? = nil) -> Decision {
    var scratch = makeScratch()
    return route(text, at: instant, scratch: &scratch)
  }

  /// Routes one call with a scratch of the caller's, and copies the decision.
  public func route(
    _ text: String, at instant: Instant? = nil, scratch: inout Scratch
  ) -> Decision {
    var text = text
    return text.withUTF8 { bytes in
      unsafe route(utf8: UnsafeRawBufferPointer(bytes), at: instant, scratch: &scratch) {
        Decision($0)
      }
    }
  }

  /// The half that is the same for every plan: folds and classifies.
  func read(_ utf8: UnsafeRawBufferPointer, scratch: inout Scratch) -> Verdict {
    unsafe alphabet.encode(utf8, into: &scratch.text)
    return lexicon.classify(scratch.text, scratch: &scratch.classifier)
  }

  /// The other half: the place and what the plan says. Apart from the generic `route`, whose
  /// specialization with a noncopyable value crashes the 6.3.1 compiler.
  func decide(
    _ verdict: Verdict, at instant: Instant?, place placeText: String?, scratch: inout Scratch
  ) -> DecisionView {
    let place = resolve(placeText, scratch: &scratch)
    let outcome = apply(plan, to: verdict, at: place, instant, scratch: &scratch)
    var reasons = verdict.reasons.union(outcome.reasons)
    if place.status == .outside { reasons.insert(.outside) }
    if place.status == .ambiguous { reasons.insert(.ambiguousPlace) }
    collectAlternatives(to: verdict, scratch: &scratch)
    return DecisionView(
      router: self, verdict: verdict, place: place, policing: outcome.policing,
      level: outcome.level, lead: outcome.lead, reasons: reasons, instant: instant,
      coUnits: scratch.coUnits.table, notified: scratch.notified.table,
      obligations: scratch.obligations.table, channels: scratch.channels.table,
      basis: scratch.basis.table,
      alternatives: scratch.alternatives.table,
      contributions: scratch.classifier.contributions.table,
      facts: scratch.classifier.facts.table,
      concepts: scratch.classifier.conceptPresent.table,
      candidates: scratch.places.candidates.table,
      placeEvidence: scratch.places.evidence.table,
      sourceStarts: scratch.text.starts.table, sourceEnds: scratch.text.ends.table)
  }

  /// The place of the incident: by the desk's own words if they name one, else by the text.
  private func resolve(_ placeText: String?, scratch: inout Scratch) -> PlaceResult {
    if var placeText {
      placeText.withUTF8 {
        unsafe alphabet.encode(UnsafeRawBufferPointer($0), into: &scratch.placeText)
      }
      var place = gazetteer.resolve(scratch.placeText, scratch: &scratch.places)
      if place.status != .none {
        // What was heard does not stand in the call's text.
        if let heard = place.heard { place.heard?.end = heard.start }
        return place
      }
    }
    return gazetteer.resolve(scratch.text, scratch: &scratch.places)
  }

  /// The best other categories, at most four, best first.
  private func collectAlternatives(to verdict: Verdict, scratch: inout Scratch) {
    scratch.alternatives.removeAll()
    for category in lexicon.categories.indices where category != verdict.category {
      let score = scratch.classifier.categoryScores[category]
      guard score > 0 else { continue }
      var place = scratch.alternatives.count
      if place < Self.alternativeCount {
        scratch.alternatives.append(Alternative(category: 0, score: 0))
      } else if scratch.alternatives[place - 1].score >= score {
        continue
      } else {
        place -= 1
      }
      while place > 0, scratch.alternatives[place - 1].score < score {
        scratch.alternatives[place] = scratch.alternatives[place - 1]
        place -= 1
      }
      scratch.alternatives[place] = Alternative(category: UInt32(category), score: score)
    }
  }

  private static let alternativeCount = 4
}
