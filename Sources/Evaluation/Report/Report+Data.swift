/// Strings, each stored once.
private struct Interned {
  private(set) var strings: [String] = []
  private var known: [String: Int] = [:]

  mutating func index(_ text: String) -> Int {
    if let index = known[text] { return index }
    known[text] = strings.count
    strings.append(text)
    return strings.count - 1
  }
}

extension Report {
  /// At most so many pieces of evidence are kept of a call, the heaviest.
  private static let evidenceLimit = 40

  /// What the page's script reads: JSON that may stand in a script element.
  ///
  /// Calls are arrays, see `Report.script` for what stands where; strings that recur are numbers.
  var data: [UInt8] {
    var strings = Interned()
    var json = JSONText()
    json.object { json in
      json.key("calls")
      json.array { json in
        for (index, outcome) in outcomes.enumerated() {
          json.array { Self.write(outcome, comparison?.earlier[index], into: &$0, &strings) }
        }
      }
      json.key("figures")
      json.array { json in
        for figure in Figure.allCases { json.array([figure.key, figure.name]) }
      }
      json.key("names")
      json.names(names.targets)
      json.key("contexts")
      json.names(names.contexts)
      json.key("sides")
      json.names(ReportNames.sides)
      json.key("reasons")
      json.names(ReportNames.reviewReasons)
      json.key("places")
      json.names(ReportNames.places)
      json.key("strings")
      json.array(strings.strings)
    }
    return json.bytes
  }

  private static func write(
    _ outcome: Outcome, _ earlier: Outcome?, into json: inout JSONText, _ strings: inout Interned
  ) {
    let call = outcome.call
    func list(_ items: [String]) {
      json.array { for item in items { $0.value(strings.index(item)) } }
    }
    json.value(call.id)
    json.value(call.text)
    json.value(strings.index(call.batch))
    json.value(strings.index(call.genre))
    list(call.tags)
    json.value(strings.index(call.policing))
    list(call.categories)
    list(call.units)
    json.value((call.urgent ? 1 : 0) + (call.isAmbiguous ? 2 : 0))
    json.value(strings.index(call.placeStatus ?? ""))
    json.value(strings.index(call.township ?? ""))
    json.value(strings.index(outcome.label))
    write(outcome, into: &json, &strings)
    json.array { json in
      let answer = outcome.answer
      json.value((answer.score * 10).rounded() / 10)
      json.value((answer.confidence * 1e4).rounded() / 1e4)
      json.array { for reason in answer.reviewReasons { $0.value(strings.index(reason)) } }
      json.array {
        for item in answer.alternatives {
          $0.value(strings.index(item.category))
          $0.value((item.score * 10).rounded() / 10)
        }
      }
    }
    json.array { evidence(outcome, into: &$0, &strings) }
    if let earlier { write(earlier, into: &json, &strings) } else { json.value(0) }
  }

  /// An answer and what is wrong with it, a bit a figure.
  private static func write(
    _ outcome: Outcome, into json: inout JSONText, _ strings: inout Interned
  ) {
    let answer = outcome.answer
    let wrong = Figure.allCases.reduce(0) {
      outcome.marks.isWrong($1) ? $0 | 1 << $1.rawValue : $0
    }
    json.array {
      $0.value(strings.index(answer.policing))
      $0.value(strings.index(answer.category))
      $0.value(strings.index(answer.unit))
      $0.value(answer.urgent ? 1 : 0)
      $0.value(strings.index(answer.place))
      $0.value(strings.index(answer.township))
      $0.value(wrong)
    }
  }

  /// Start and length in UTF-16 units, term, target, effect, context, origin; one after another.
  private static func evidence(
    _ outcome: Outcome, into json: inout JSONText, _ strings: inout Interned
  ) {
    let pieces = outcome.answer.evidence.enumerated()
      .filter { abs($1.effect) >= 0.05 }
      .sorted { (abs($1.element.effect), $0.offset) < (abs($0.element.effect), $1.offset) }
      .prefix(evidenceLimit).map(\.element)
    guard !pieces.isEmpty else { return }
    let offsets = utf16Offsets(outcome.call.text)
    for piece in pieces {
      let start = offsets[min(piece.range.lowerBound, offsets.count - 1)]
      let end = offsets[min(piece.range.upperBound, offsets.count - 1)]
      json.value(Int(start))
      json.value(Int(end - start))
      json.value(strings.index(piece.term))
      json.value(strings.index(piece.target))
      json.value((piece.effect * 10).rounded() / 10)
      json.value(strings.index(piece.context))
      json.value(strings.index(piece.origin))
    }
  }

  /// For each byte offset of a text, its end too, the offset in UTF-16 units.
  private static func utf16Offsets(_ text: String) -> [Int32] {
    var offsets: [Int32] = []
    var position: Int32 = 0
    for scalar in text.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { offsets.append(position) }
      position += scalar.value > 0xFFFF ? 2 : 1
    }
    return offsets + [position]
  }
}

extension JSONText {
  fileprivate mutating func names(_ names: [String: String]) {
    object {
      for key in names.keys.sorted() {
        $0.key(key)
        $0.value(names[key] ?? key)
      }
    }
  }
}
