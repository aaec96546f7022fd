/// The terms chosen from a table of sequences, and how rare each is.
struct MinedVocabulary {
  /// Places of the terms in the table, ascending: the rows of the weights.
  let grams: [Int32]
  /// A power of ln((calls + 1) / (calls with the term + 1)) + 1; that of a locked row as it stands.
  let rarities: [Float]
  /// Row of each sequence of the table, −1 where it was not chosen.
  private let rows: [Int32]

  var count: Int { grams.count }

  /// Chooses by how often and by how many hands a sequence is used in the calls `learned`.
  ///
  /// - Parameter locked: sequences chosen in any case, with their rarity.
  init(
    _ table: GramTable, _ calls: [TrainingCall], learned: [Int], locked: [Int32: Float],
    options: MinedTrainer.Options
  ) {
    var calledBy = [Int](repeating: 0, count: table.grams.count)
    var hands = [Int](repeating: 0, count: table.grams.count)
    var lastHand = [Int](repeating: -1, count: table.grams.count)
    let byBatch = Dictionary(grouping: learned) { calls[$0].batch }
    for (hand, batch) in byBatch.keys.sorted().enumerated() {
      for call in byBatch[batch]! {
        for gram in table.texts[call].map(Int.init) {
          calledBy[gram] += 1
          if lastHand[gram] != hand {
            lastHand[gram] = hand
            hands[gram] += 1
          }
        }
      }
    }
    var chosen = table.grams.indices.filter {
      locked[Int32($0)] != nil
        || calledBy[$0] >= options.leastCalls && hands[$0] >= options.leastBatches
    }
    if let most = options.mostTerms, most < chosen.count {
      let information = TermInformation(table, calls, learned: learned)
      chosen = information.best(most, of: chosen) { locked[Int32($0)] != nil }
    }
    grams = chosen.map { Int32($0) }
    func rarity(ofCalls count: Int) -> Float {
      logarithm(Float(learned.count + 1) / Float(count + 1)) + 1
    }
    // A power is scaled so that the rarest keep what they have: only ratios matter.
    let rarest = rarity(ofCalls: 1)
    rarities = chosen.map { gram in
      if let rarity = locked[Int32(gram)] { return rarity }
      let rarity = rarity(ofCalls: calledBy[gram])
      if options.rarityPower == 1 { return rarity }
      return power(rarity / rarest, options.rarityPower) * rarest
    }
    var rows = [Int32](repeating: -1, count: table.grams.count)
    for (row, gram) in chosen.enumerated() { rows[gram] = Int32(row) }
    self.rows = rows
  }

  /// The row of a sequence of the table, nil if it was not chosen.
  func row(of gram: Int32) -> Int? {
    let row = Int(rows[Int(gram)])
    return row < 0 ? nil : row
  }

  /// The terms of a text, weighted by rarity, of length 1 together.
  func features(of text: [Int32]) -> (terms: [Int32], values: [Float]) {
    let terms = text.map { rows[Int($0)] }.filter { $0 >= 0 }
    let values = terms.map { rarities[Int($0)] }
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return (terms, values.map { $0 / max(length, 1) })
  }
}
