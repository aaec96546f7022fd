import Classifier
import Jurisdiction

extension Decision {
  /// The decision as one line of JSON, as `DecisionView.json` has it, where no view is left.
  public func json(id: String? = nil, boundaries: Boundaries? = nil) -> String {
    var writer = JSONWriter()
    writer.object { json in
      if let id { json.field("id", id) }
      json.field("pack", pack)
      json.field("pack_digest", packDigest)
      json.field("policing", policing.name)
      json.field("category", category.id)
      json.field("category_name", category.name)
      json.key("alternatives")
      json.array(alternatives) { $0.alternative($1.id, score: $1.score) }
      json.field("urgent", urgent)
      json.field("level", level)
      json.field("intent", intent.name)
      json.key("lead")
      if let lead { json.part(lead, as: "role") } else { json.null() }
      json.key("co_units")
      json.array(coUnits) { $0.part($1, as: "role") }
      json.key("notify")
      json.array(notify) { $0.part($1, as: "why") }
      json.key("jurisdiction")
      json.place(jurisdiction)
      json.key("obligations")
      json.array(obligations) { json, item in
        json.obligation(owner: item.owner, due: item.due, dueReason: item.dueReason) {
          $0.terms(
            action: item.action, within: item.within, from: item.from, condition: item.condition)
        } basis: {
          $0.field("basis", item.basis)
        }
      }
      json.key("channels")
      json.array(channels) {
        $0.channel(id: $1.id, name: $1.name, kind: $1.kind, number: $1.number)
      }
      json.key("basis")
      json.array(basis) {
        $0.citation(rule: $1.rule, document: $1.document, section: $1.section)
      }
      json.key("evidence")
      json.array(evidence) { json, item in
        json.evidence(term: item.term, range: item.range, weight: item.weight) {
          $0.target(item.target)
        } context: {
          $0.field("context", item.context)
        }
      }
      json.field("confidence", confidence)
      json.field("review", review)
      json.key("review_reasons")
      json.array(reviewReasons) { $0.string($1) }
      json.field("ask", ask)
      if let boundaries {
        json.key("boundaries")
        json.boundaries(boundaries)
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func part(_ part: Decision.Part, as name: StaticString) {
    self.part(part.unit.name, part.role, as: name)
  }

  fileprivate mutating func place(_ place: Decision.Jurisdiction) {
    jurisdiction(
      status: place.status.name, code: place.township?.code, township: place.township?.name,
      village: place.village?.name, label: place.label
    ) { json in
      json.array(place.candidates) { $0.area(code: $1.code, name: $1.name) }
    }
  }
}
