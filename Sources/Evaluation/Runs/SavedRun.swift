/// A run kept for later: JSON lines, first what was run, then a record for each call.
///
/// Records hold the labels and the decision's fields, without evidence: `explain` shows that anew.
public struct SavedRun: Sendable {
  public var pack: String
  public var packDigest: String
  public var answered: [(call: LabelledCall, answer: Answer)]

  static let format = "fenliu-run-1"

  public init(pack: String, packDigest: String, _ outcomes: [Outcome]) {
    self.pack = pack
    self.packDigest = packDigest
    answered = outcomes.map { ($0.call, $0.answer) }
  }

  /// Linear in the calls.
  public func write(to path: String) throws(EvaluationError) {
    try Files.write(bytes, to: path)
  }

  /// What `write` writes.
  package var bytes: [UInt8] {
    var json = JSONText()
    json.object {
      $0.field("format", Self.format)
      $0.field("pack", pack)
      $0.field("pack_digest", packDigest)
    }
    json.newline()
    for (call, answer) in answered {
      json.object {
        $0.field("id", call.id)
        $0.field("text", call.text)
        $0.key("labels")
        $0.labels(call)
        $0.key("decision")
        $0.decision(answer)
      }
      json.newline()
    }
    return json.bytes
  }
}

extension JSONText {
  fileprivate mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  fileprivate mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  fileprivate mutating func field(_ name: String, _ list: [String]) {
    key(name)
    array(list)
  }

  fileprivate mutating func labels(_ call: LabelledCall) {
    object {
      $0.field("policing", call.policing)
      $0.field("categories", call.categories)
      $0.field("units", call.units)
      $0.field("urgent", call.urgent)
      $0.field("ambiguous", call.isAmbiguous)
      $0.field("place", call.placeStatus)
      $0.field("township", call.township)
      $0.field("genre", call.genre)
      $0.field("dialect", call.dialect)
      $0.field("batch", call.batch)
      $0.field("tags", call.tags)
    }
  }

  fileprivate mutating func decision(_ answer: Answer) {
    object {
      $0.field("policing", answer.policing)
      $0.field("category", answer.category)
      $0.key("score")
      $0.value(answer.score)
      $0.key("alternatives")
      $0.array {
        for item in answer.alternatives {
          $0.object {
            $0.field("category", item.category)
            $0.key("score")
            $0.value(item.score)
          }
        }
      }
      $0.field("unit", answer.unit)
      $0.field("urgent", answer.urgent)
      $0.field("level", answer.level)
      $0.field("place", answer.place)
      $0.field("township", answer.township)
      $0.key("confidence")
      $0.value(answer.confidence)
      $0.field("review_reasons", answer.reviewReasons)
    }
  }
}
