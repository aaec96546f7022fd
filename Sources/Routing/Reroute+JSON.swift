extension Reroute {
  /// One line of JSON: of `next`, `arbiter` and `end` the one that applies.
  public func json(id: String? = nil) -> String {
    var writer = JSONWriter()
    writer.object { json in
      if let id { json.field("id", id) }
      json.field("from", from?.name)
      json.key("refused")
      json.array(refused) { json, item in
        json.object {
          $0.field("unit", item.unit)
          $0.field("reason", item.reason)
        }
      }
      switch next {
      case .unit(let part, let why):
        json.key("next")
        json.object {
          $0.field("unit", part.unit.name)
          $0.field("role", part.role)
          $0.field("why", why)
        }
      case .arbiter(let unit, let action, let basis):
        json.key("arbiter")
        json.object { json in
          json.field("unit", unit.name)
          json.field("action", action)
          json.key("basis")
          json.array(basis) {
            $0.citation(rule: $1.rule, document: $1.document, section: $1.section)
          }
        }
      case .end: json.field("end", Self.endText)
      }
    }
    return writer.text
  }
}
