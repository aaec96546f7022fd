public import Classifier
import Jurisdiction
import Pack

extension Decision {
  /// Copies a view. Allocates.
  public init(_ view: borrowing DecisionView) {
    let router = view.router
    let lexicon = router.lexicon
    let plan = router.plan
    func category(_ index: Int, score: Float) -> Category {
      let record = lexicon.categories[index]
      return Category(
        id: lexicon.strings[record.id], name: lexicon.strings[record.name], score: Double(score))
    }
    func unit(_ index: UInt32) -> Unit {
      let record = plan.units[Int(index)]
      return Unit(id: plan.strings[record.id], name: plan.strings[record.name])
    }
    func part(_ assignment: Assignment) -> Part {
      Part(unit: unit(assignment.unit), role: plan.strings[assignment.role])
    }
    let instant = view.instant
    func obligation(_ owed: Owed) -> Obligation {
      let row = plan.obligations[Int(owed.obligation)]
      func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
      let due = plan.due(row, receivedAt: instant)
      return Obligation(
        owner: unit(owed.unit).name, action: plan.strings[row.action],
        within: optional(plan.strings[row.within]), from: plan.strings[row.from],
        condition: optional(plan.strings[row.condition]), due: due.instant?.rfc3339,
        dueReason: due.reason, basis: plan.strings[row.rule])
    }
    func citation(_ index: UInt16) -> Citation {
      let record = plan.citations[Int(index)]
      return Citation(
        rule: plan.strings[record.rule], document: plan.strings[record.document],
        section: plan.strings[record.section])
    }

    pack = router.image.id
    packDigest = router.image.digestText
    policing = view.policing
    self.category = category(view.verdict.category, score: view.verdict.score)
    alternatives = view.alternatives.indices.map {
      category(Int(view.alternatives[$0].category), score: view.alternatives[$0].score)
    }
    urgent = view.urgent
    level = view.level.map { plan.strings[plan.levels[$0].name] }
    intent = view.verdict.intent
    lead = view.lead.map(part)
    coUnits = view.coUnits.indices.map { part(view.coUnits[$0]) }
    notify = view.notified.indices.map { part(view.notified[$0]) }
    jurisdiction = Jurisdiction(view)
    obligations = view.obligations.indices.map { obligation(view.obligations[$0]) }
    channels = view.channels.indices.map {
      let channel = plan.channels[Int(view.channels[$0])]
      let number = plan.strings[channel.number]
      return Channel(
        id: plan.strings[channel.id], name: plan.strings[channel.name],
        kind: plan.strings[channel.kind], number: number.isEmpty ? nil : number)
    }
    basis = view.basis.indices.map { citation(view.basis[$0]) }
    evidence = view.evidencePieces().map { Evidence($0, lexicon) }
    confidence = Double(view.verdict.confidence)
    reviewReasons = view.reasons.names
    ask = view.questionText
  }
}

extension Decision.Jurisdiction {
  fileprivate init(_ view: borrowing DecisionView) {
    let gazetteer = view.router.gazetteer
    status = view.place.status
    township = view.place.township.map(gazetteer.area(ofTownship:))
    village = view.place.village.map(gazetteer.area(ofVillage:))
    label = view.townshipLabel
    guard status == .ambiguous else {
      candidates = []
      return
    }
    candidates = view.candidates.indices.map {
      gazetteer.area(ofTownship: Int(view.candidates[$0]))
    }
  }
}

extension Gazetteer {
  fileprivate func area(ofTownship index: Int) -> Decision.Area {
    Decision.Area(code: townshipCode(index), name: townshipName(index))
  }

  fileprivate func area(ofVillage index: Int) -> Decision.Area {
    Decision.Area(code: placeCode(index), name: placeName(index))
  }
}

extension Decision.Evidence {
  /// The target of a piece that speaks for the place.
  public static let placeTarget = "place"
  static let homophone: StaticString = "homophone"
  /// The context of a name that the text only sounds like.
  public static let homophoneContext = homophone.description

  fileprivate init(_ piece: EvidencePiece, _ lexicon: Lexicon) {
    term = String(piece.term)
    range = piece.range
    target =
      switch piece.target {
      case .lexicon(let kind, let index): lexicon.targetName(kind, index)
      case .place: Self.placeTarget
      }
    weight = Double(piece.weight)
    effect = Double(piece.effect)
    context = String(piece.context)
    origin = piece.origin
  }
}

extension String {
  fileprivate init(_ utf8: Table<UInt8>) {
    unsafe self.init(
      decoding: UnsafeBufferPointer(start: utf8.pointer, count: utf8.count), as: UTF8.self)
  }
}

extension Lexicon {
  /// A target as the lexicon writes it: `theft`, `!gas`, `=投诉`, `%police`.
  public func targetName(_ kind: TargetKind, _ index: Int) -> String {
    switch kind {
    case .category: strings[categories[index].id]
    case .danger: "!" + strings[dangers[index].id]
    case .concept: "@" + strings[concepts[index].id]
    case .intent: "=" + Intent.allCases[index].name
    case .side: "%" + Policing.allCases[index].name
    case .cue, .exclusion, .any: ""
    }
  }
}
