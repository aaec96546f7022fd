/// The parts of a decision's JSON, alike for a copy and for a view. Their field names are a contract.
extension JSONWriter {
  mutating func alternative(_ category: some JSONText, score: Double) {
    object {
      $0.field("category", category)
      $0.field("score", score)
    }
  }

  /// - Parameter name: what the role is called: `role`, or `why` of a unit that is told.
  mutating func part(_ unit: some JSONText, _ role: some JSONText, as name: StaticString) {
    object {
      $0.field("unit", unit)
      $0.field(name, role)
    }
  }

  /// - Parameter label: left out where there is none.
  mutating func jurisdiction<Text: JSONText>(
    status: String, code: Text?, township: Text?, village: Text?, label: String?,
    candidates: (inout JSONWriter) -> Void
  ) {
    object {
      $0.field("status", status)
      $0.field("township_code", code)
      $0.field("township", township)
      $0.field("village", village)
      $0.key("candidates")
      candidates(&$0)
      if let label { $0.field("label", label) }
    }
  }

  /// One of several townships a place may mean.
  mutating func area(code: some JSONText, name: some JSONText) {
    object {
      $0.field("township_code", code)
      $0.field("township", name)
    }
  }

  /// - Parameters:
  ///   - terms: writes what `terms` below does.
  ///   - basis: writes the field `basis`.
  mutating func obligation(
    owner: some JSONText, due: String?, dueReason: String?,
    terms: (inout JSONWriter) -> Void, basis: (inout JSONWriter) -> Void
  ) {
    object {
      $0.field("owner", owner)
      terms(&$0)
      $0.field("due", due)
      if let dueReason { $0.field("due_reason", dueReason) }
      basis(&$0)
    }
  }

  /// What is owed, by when and if what.
  mutating func terms<Text: JSONText>(
    action: Text, within: Text?, from: Text, condition: Text?
  ) {
    field("action", action)
    field("within", within)
    field("from", from)
    field("condition", condition)
  }

  mutating func channel<Text: JSONText>(id: Text, name: Text, kind: Text, number: Text?) {
    object {
      $0.field("id", id)
      $0.field("name", name)
      $0.field("kind", kind)
      $0.field("number", number)
    }
  }

  mutating func citation<Text: JSONText>(rule: Text, document: Text, section: Text) {
    object {
      $0.field("rule", rule)
      $0.field("document", document)
      $0.field("section", section)
    }
  }

  /// - Parameters:
  ///   - target: writes what `target` below does.
  ///   - context: writes the field `context`.
  @inline(__always)
  mutating func evidence(
    term: some JSONText, range: Range<Int>, weight: Double,
    target: (inout JSONWriter) -> Void, context: (inout JSONWriter) -> Void
  ) {
    object {
      $0.field("term", term)
      $0.field("start", range.lowerBound)
      $0.field("end", range.upperBound)
      target(&$0)
      $0.number(weight)
      context(&$0)
    }
  }

  /// What a piece speaks for, and the name of its weight.
  mutating func target(_ target: some JSONText, behind prefix: StaticString = "") {
    key("category")
    string(target, behind: prefix)
    key("weight")
  }
}
