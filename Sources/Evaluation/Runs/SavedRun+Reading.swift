extension SavedRun {
  /// Reads a run that `write` wrote.
  ///
  /// - Throws: `EvaluationError` if it cannot be opened or is no saved run.
  public init(path: String) throws(EvaluationError) {
    try self.init(Files.read(path), name: path)
  }

  /// Linear in the bytes, on all cores.
  package init(_ bytes: [UInt8], name: String) throws(EvaluationError) {
    let lines = Files.lines(bytes).filter { !$0.isEmpty }
    guard let first = lines.first, let head = JSONValue(first),
      head["format"].text == Self.format
    else {
      throw EvaluationError(.badData, "\(name): 不是 fenliu eval --save 存的结果；请用 --save 重新存一次")
    }
    pack = head["pack"].text ?? ""
    packDigest = head["pack_digest"].text ?? ""
    let records = lines.dropFirst()
    let read = parallel(records.count) { Self.record(records[records.startIndex + $0]) }
    answered = []
    for (index, record) in read.enumerated() {
      guard let record else {
        throw EvaluationError(
          .badData, "\(name):\(index + 2): 这一行不是完整的记录；文件可能没有写完，请用 --save 重新存一次")
      }
      answered.append(record)
    }
  }

  private static func record(_ line: ArraySlice<UInt8>) -> (call: LabelledCall, answer: Answer)? {
    guard let json = JSONValue(line), let id = json["id"].text, let text = json["text"].text,
      let policing = json["decision"]["policing"].text,
      let category = json["decision"]["category"].text
    else { return nil }
    var call = labels(json["labels"])
    call.id = id
    call.text = text
    let decision = json["decision"]
    var answer = Answer()
    answer.policing = policing
    answer.category = category
    answer.score = decision["score"].double ?? 0
    answer.alternatives = decision["alternatives"].items.map {
      Answer.Ranked(category: $0["category"].text ?? "", score: $0["score"].double ?? 0)
    }
    answer.unit = decision["unit"].text ?? ""
    answer.urgent = decision["urgent"].flag ?? false
    answer.level = decision["level"].text
    answer.place = decision["place"].text ?? ""
    answer.township = decision["township"].text ?? ""
    answer.confidence = decision["confidence"].double ?? 0
    answer.reviewReasons = decision["review_reasons"].texts
    return (call, answer)
  }

  private static func labels(_ json: JSONValue) -> LabelledCall {
    var call = LabelledCall()
    call.policing = json["policing"].text ?? ""
    call.categories = json["categories"].texts
    call.units = json["units"].texts
    call.urgent = json["urgent"].flag ?? false
    call.isAmbiguous = json["ambiguous"].flag ?? false
    call.placeStatus = json["place"].text
    call.township = json["township"].text
    call.genre = json["genre"].text ?? ""
    call.dialect = json["dialect"].text ?? ""
    call.batch = json["batch"].text ?? ""
    call.tags = json["tags"].texts
    return call
  }
}
