import Classifier
import Jurisdiction
public import Pack

extension DecisionView {
  /// The decision as one line of JSON; its field names are a contract. The boundaries stand last,
  /// if they were looked for.
  public func json(id: String? = nil, boundaries: Boundaries? = nil) -> String {
    var writer = JSONWriter()
    write(id: id, boundaries: boundaries, to: &writer)
    return writer.text
  }

  /// Adds the same line to a buffer: nearly all texts are copied from the pack as they lie there.
  public func writeJSON(
    id: String? = nil, boundaries: Boundaries? = nil, to buffer: inout Buffer<UInt8>
  ) {
    var writer = JSONWriter(appendingTo: buffer)
    write(id: id, boundaries: boundaries, to: &writer)
    buffer = writer.finish()
  }

  private func write(id: String?, boundaries: Boundaries?, to writer: inout JSONWriter) {
    let (lexicon, plan, rows) = (router.lexicon, router.plan, router.planJSON)
    writer.object { json in
      if let id { json.field("id", id) }
      json.written(rows.pack)
      json.field("policing", policing.name)
      let category = lexicon.categories[verdict.category]
      json.field("category", lexicon.strings.utf8(category.id))
      json.field("category_name", lexicon.strings.utf8(category.name))
      json.key("alternatives")
      json.array(alternatives.indices) {
        let other = alternatives[$1]
        let id = lexicon.categories[Int(other.category)].id
        $0.alternative(lexicon.strings.utf8(id), score: Double(other.score))
      }
      json.field("urgent", urgent)
      json.field("level", level.map { plan.strings.utf8(plan.levels[$0].name) })
      json.field("intent", verdict.intent.name)
      json.key("lead")
      if let lead { json.part(lead, plan, as: "role") } else { json.null() }
      json.key("co_units")
      json.array(coUnits.indices) { $0.part(coUnits[$1], plan, as: "role") }
      json.key("notify")
      json.array(notified.indices) { $0.part(notified[$1], plan, as: "why") }
      json.key("jurisdiction")
      writePlace(to: &json)
      json.key("obligations")
      json.array(obligations.indices) { $0.obligation(obligations[$1], plan, rows, instant) }
      json.key("channels")
      json.array(channels.indices) { $0.written(rows.channel(Int(channels[$1]))) }
      json.key("basis")
      json.array(basis.indices) { $0.written(rows.citation(Int(basis[$1]))) }
      json.key("evidence")
      json.array(evidenceOrder()) { $0.evidence(evidence($1), router.evidenceJSON, lexicon) }
      json.field("confidence", Double(verdict.confidence))
      json.field("review", review)
      json.key("review_reasons")
      json.array(reasons.names) { $0.string($1) }
      json.field("ask", questionText)
      if let boundaries {
        json.key("boundaries")
        json.boundaries(boundaries)
      }
    }
  }

  private func writePlace(to json: inout JSONWriter) {
    let gazetteer = router.gazetteer
    func township(_ index: Int) -> (code: Table<UInt8>, name: Table<UInt8>) {
      let record = gazetteer.townships[index]
      return (gazetteer.strings.utf8(record.code), gazetteer.strings.utf8(record.name))
    }
    let resolved = place.township.map(township)
    json.jurisdiction(
      status: place.status.name, code: resolved?.code, township: resolved?.name,
      village: place.village.map { gazetteer.strings.utf8(gazetteer.places[$0].name) },
      label: townshipLabel
    ) { json in
      json.array(place.status == .ambiguous ? candidates.indices : 0..<0) {
        let (code, name) = township(Int(candidates[$1]))
        $0.area(code: code, name: name)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func part(_ part: Assignment, _ plan: Plan, as name: StaticString) {
    let unit = plan.units[Int(part.unit)]
    self.part(plan.strings.utf8(unit.name), plan.strings.utf8(part.role), as: name)
  }

  fileprivate mutating func obligation(
    _ owed: Owed, _ plan: Plan, _ rows: PlanJSON, _ instant: Instant?
  ) {
    let row = Int(owed.obligation)
    let due = plan.due(plan.obligations[row], receivedAt: instant)
    let owner = plan.units[Int(owed.unit)].name
    obligation(
      owner: plan.strings.utf8(owner), due: due.instant?.rfc3339, dueReason: due.reason
    ) {
      $0.written(rows.terms(ofObligation: row))
    } basis: {
      $0.written(rows.basis(ofObligation: row))
    }
  }

  fileprivate mutating func evidence(
    _ piece: EvidencePiece, _ rows: EvidenceJSON, _ lexicon: Lexicon
  ) {
    evidence(term: piece.term, range: piece.range, weight: Double(piece.weight)) { json in
      if let written = rows.target(piece.target) { return json.written(written) }
      switch piece.target {
      case .lexicon(let kind, let index): json.target(lexicon.targetName(kind, index))
      case .place: json.target(Decision.Evidence.placeTarget)
      }
    } context: { json in
      if let index = piece.contextIndex { return json.written(rows.context(index)) }
      json.field("context", piece.context)
    }
  }
}
