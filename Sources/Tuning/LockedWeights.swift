import Pack

/// Rows that somebody fixed by hand: a fit goes around them.
struct LockedWeights {
  /// Rarities by place in the table of sequences.
  let rarities: [Int32: Float]
  /// Weights of each locked sequence by lane, as the table has them; −1 stands for the bias.
  private let weights: [(gram: Int32, lanes: [Float])]

  init(_ rows: [MinedRow], _ targets: MinedTargets, _ table: GramTable) {
    var places: [String: Int32] = [:]
    let texts = Set(rows.map(\.text))
    for (place, gram) in table.grams.enumerated() where texts.contains(gram) {
      places[gram] = Int32(place)
    }
    var rarities: [Int32: Float] = [:]
    var weights: [(gram: Int32, lanes: [Float])] = []
    let lanes = Dictionary(
      (0..<targets.count).map { (targets.name(of: $0), $0) }, uniquingKeysWith: { a, _ in a })
    for row in rows {
      let gram = row.text == MinedRow.everyCall ? -1 : places[row.text]
      guard let gram else { continue }
      if gram >= 0 { rarities[gram] = max(Float(row.rarity) ?? 1, 0.01) }
      var values = [Float](repeating: 0, count: targets.width * 16)
      for part in row.parts {
        if let lane = lanes[String(part.target)] { values[lane] = part.weight }
      }
      weights.append((gram, values))
    }
    self.rarities = rarities
    self.weights = weights
  }

  /// Sets the locked weights in `point` and returns them all, to be held there.
  func hold(
    in vocabulary: MinedVocabulary, width: Int, point: inout Parameters
  ) -> [(row: Int, lane: Int)] {
    var held: [(row: Int, lane: Int)] = []
    for (gram, lanes) in weights {
      guard let row = gram < 0 ? vocabulary.count : vocabulary.row(of: gram) else { continue }
      // A table's weight is that of the fit times the rarity.
      let scale = gram < 0 ? 1 : rarities[gram]!
      for (lane, weight) in lanes.enumerated() {
        point[row * width + lane / 16][lane % 16] = weight / scale
        held.append((row, lane))
      }
    }
    return held
  }
}
