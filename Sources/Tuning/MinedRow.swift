import Pack

/// A row of `mined.tsv`.
public struct MinedRow: Sendable, Equatable {
  public var text: String
  /// What the term counts in a text; empty for `*`.
  public var rarity: String
  /// Words like `theft:0.42`.
  public var weights: String

  public init(text: String, rarity: String, weights: String) {
    self.text = text
    self.rarity = rarity
    self.weights = weights
  }

  /// The text that stands for every call.
  public static let everyCall = "*"

  /// Weights by target, in the order of the row; words that are no weights are left out.
  public var parts: [(target: Substring, weight: Float)] {
    weights.split(separator: " ").compactMap { word in
      guard let colon = word.lastIndex(of: ":"),
        let weight = Float(word[word.index(after: colon)...])
      else { return nil }
      return (word[..<colon], weight)
    }
  }
}

extension MinedTrainer {
  /// The table of a fit.
  func rows(_ fit: borrowing MinedFit, _ table: GramTable) -> [MinedRow] {
    let fixed = Dictionary(locked.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    let width = targets.width
    func list(_ row: Int, scale: Float, least: Float) -> String {
      var words: [String] = []
      for target in 0..<targets.count {
        let weight = fit.weights[row * width + target / 16][target % 16] * scale
        guard abs(weight) >= least else { continue }
        words.append("\(targets.name(of: target)):\(decimal(weight))")
      }
      return words.joined(separator: " ")
    }
    var result = [
      fixed[MinedRow.everyCall]
        ?? MinedRow(
          text: MinedRow.everyCall, rarity: "",
          weights: list(fit.vocabulary.count, scale: 1, least: 0))
    ]
    for (row, gram) in fit.vocabulary.grams.enumerated() {
      let text = table.grams[Int(gram)]
      let rarity = fit.vocabulary.rarities[row]
      result.append(
        fixed[text]
          ?? MinedRow(
            text: text, rarity: decimal(rarity),
            weights: list(row, scale: rarity, least: options.leastWeight)))
    }
    return result
  }

  private func decimal(_ value: Float) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    return
      "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits.count == 1 ? "0" : "")\(digits)"
  }
}
