import Classifier
import Jurisdiction

extension Decision {
  /// The decision as one line of JSON; its field names are a contract. The boundaries stand last,
  /// if they were looked for.
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
      json.array(alternatives) { json, item in
        json.object {
          $0.field("category", item.id)
          $0.field("score", item.score)
        }
      }
      json.field("urgent", urgent)
      json.field("level", level)
      json.field("intent", intent.name)
      json.key("lead")
      if let lead { json.part(lead, as: "role") } else { json.string(nil) }
      json.key("co_units")
      json.array(coUnits) { $0.part($1, as: "role") }
      json.key("notify")
      json.array(notify) { $0.part($1, as: "why") }
      json.key("jurisdiction")
      json.jurisdiction(jurisdiction)
      json.key("obligations")
      json.array(obligations) { $0.obligation($1) }
      json.key("channels")
      json.array(channels) { json, item in
        json.object {
          $0.field("id", item.id)
          $0.field("name", item.name)
          $0.field("kind", item.kind)
          $0.field("number", item.number)
        }
      }
      json.key("basis")
      json.array(basis) { json, item in
        json.object {
          $0.field("rule", item.rule)
          $0.field("document", item.document)
          $0.field("section", item.section)
        }
      }
      json.key("evidence")
      json.array(evidence) { $0.evidence($1) }
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
  fileprivate mutating func part(_ part: Decision.Part, as name: String) {
    object {
      $0.field("unit", part.unit.name)
      $0.field(name, part.role)
    }
  }

  fileprivate mutating func jurisdiction(_ place: Decision.Jurisdiction) {
    object {
      $0.field("status", place.status.name)
      $0.field("township_code", place.township?.code)
      $0.field("township", place.township?.name)
      $0.field("village", place.village?.name)
      $0.key("candidates")
      $0.array(place.candidates) { json, item in
        json.object {
          $0.field("township_code", item.code)
          $0.field("township", item.name)
        }
      }
    }
  }

  fileprivate mutating func obligation(_ item: Decision.Obligation) {
    object {
      $0.field("owner", item.owner)
      $0.field("action", item.action)
      $0.field("within", item.within)
      $0.field("from", item.from)
      $0.field("condition", item.condition)
      $0.field("due", item.due)
      if let reason = item.dueReason { $0.field("due_reason", reason) }
      $0.field("basis", item.basis)
    }
  }

  fileprivate mutating func evidence(_ item: Decision.Evidence) {
    object {
      $0.field("term", item.term)
      $0.field("start", item.range.lowerBound)
      $0.field("end", item.range.upperBound)
      $0.field("category", item.target)
      $0.field("weight", item.weight)
      $0.field("context", item.context)
    }
  }
}

/// What stands in the output for a line of input that is no call.
public struct ErrorRecord: Sendable {
  public var line: Int
  public var id: String?
  public var message: String

  public init(line: Int, id: String?, message: String) {
    self.line = line
    self.id = id
    self.message = message
  }

  /// One line of JSON.
  public var json: String {
    var writer = JSONWriter()
    writer.object {
      if let id { $0.field("id", id) }
      $0.field("line", line)
      $0.field("error", message)
    }
    return writer.text
  }
}
