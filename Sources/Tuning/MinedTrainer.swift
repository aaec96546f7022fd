public import Classifier
import Pack

/// Fits the mined terms to labelled calls: which are worth having, and what each says.
///
/// Deterministic: the same lexicon and calls give the same table.
public struct MinedTrainer {
  public struct Options: Sendable {
    /// Characters in a term.
    public var shortest = 1
    public var longest = 2
    /// A term occurs in at least so many calls, by at least so many hands.
    public var leastCalls = 3
    public var leastBatches = 2
    /// Weights nearer to zero are dropped.
    public var leastWeight: Float = 0.5
    /// What a mistake counts beside large weights.
    public var cost: Float = 1

    public init() {}
  }

  private let options: Options
  private let fold: (String) -> String
  private let categories: [String]
  /// Folded danger terms and their parts.
  private let danger: DangerParts

  /// - Parameter fold: how texts are folded.
  public init(lexicon: Lexicon, fold: @escaping (String) -> String, options: Options) {
    self.fold = fold
    self.options = options
    danger = DangerParts(of: lexicon, fold: fold, longest: options.longest)
    categories = lexicon.categories.indices.map { lexicon.strings[lexicon.categories[$0].id] }
  }

  /// Lane of “police are sent”, after the categories; then that of urgency.
  private var sideLane: Int { categories.count }
  private var urgencyLane: Int { categories.count + 1 }
  private var width: Int { (categories.count + 2 + 15) / 16 }

  /// Fits and returns the table, `*` first, then by text.
  public func fit(_ calls: [TrainingCall], progress: (String) -> Void) -> [MinedRow] {
    let grams = NGrams(shortest: options.shortest, longest: options.longest)
    let texts = calls.map { grams.list(fold($0.text)) }
    let vocabulary = Vocabulary(texts, calls, options)
    progress("\(calls.count) 个来电，\(vocabulary.terms.count) 个字串")
    var objective = MinedObjective(
      examples: zip(texts, calls).map { example($1, vocabulary.features(of: $0)) },
      termCount: vocabulary.terms.count, width: width, cost: options.cost)
    var point = Parameters.zeros(objective.parameterCount)
    // What is part of a danger word may not speak against urgency: such weights are held at 0 and
    // the rest is fitted again.
    let guarded = vocabulary.terms.indices.filter { danger.contains(vocabulary.terms[$0]) }
    for round in 0..<3 {
      let value = Minimizer(iterations: round == 0 ? 100 : 40).minimize(&objective, from: &point) {
        if $0 % 20 == 0 { progress("第 \($0) 步，损失 \($1)") }
      }
      let wrong = guarded.filter {
        point[$0 * width + urgencyLane / 16][urgencyLane % 16] < 0
      }
      progress("第 \(round + 1) 轮，损失 \(value)，\(wrong.count) 个危险字串改作 0")
      for term in wrong {
        point[term * width + urgencyLane / 16][urgencyLane % 16] = 0
        objective.silent.append((term, urgencyLane))
      }
      if wrong.isEmpty { break }
    }
    return rows(vocabulary, point)
  }

  private func example(
    _ call: TrainingCall, _ features: (terms: [Int32], values: [Float])
  ) -> Example {
    var labels = [SIMD16<Float>](repeating: .zero, count: width)
    for category in categories.indices {
      let place = call.categories.firstIndex(of: categories[category])
      labels[category / 16][category % 16] = place == nil ? -1 : place == 0 ? 1 : 0
    }
    if let sendsPolice = call.sendsPolice {
      labels[sideLane / 16][sideLane % 16] = sendsPolice ? 1 : -1
    }
    labels[urgencyLane / 16][urgencyLane % 16] = call.isUrgent ? 1 : -1
    return Example(terms: features.terms, values: features.values, labels: labels)
  }

  private func rows(_ vocabulary: Vocabulary, _ weights: borrowing Parameters) -> [MinedRow] {
    func list(_ row: Int, scale: Float, least: Float) -> String {
      var words: [String] = []
      for target in 0..<categories.count + 2 {
        let weight = weights[row * width + target / 16][target % 16] * scale
        guard abs(weight) >= least else { continue }
        let name = target < sideLane ? categories[target] : target == sideLane ? "%police" : "!"
        words.append("\(name):\(decimal(weight))")
      }
      return words.joined(separator: " ")
    }
    var result = [
      MinedRow(text: "*", rarity: "", weights: list(vocabulary.terms.count, scale: 1, least: 0))
    ]
    for (row, text) in vocabulary.terms.enumerated() {
      let rarity = vocabulary.rarities[row]
      result.append(
        MinedRow(
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

/// A row of `mined.tsv`.
public struct MinedRow: Sendable {
  public var text: String
  /// Inverse document frequency; empty for `*`.
  public var rarity: String
  public var weights: String
}

/// The terms chosen and how rare each is.
private struct Vocabulary {
  let terms: [String]
  /// ln((calls + 1) / (calls with the term + 1)) + 1.
  let rarities: [Float]
  private let rows: [String: Int32]

  init(_ texts: [Set<String>], _ calls: [TrainingCall], _ options: MinedTrainer.Options) {
    var counts: [String: (calls: Int, batches: Set<String>)] = [:]
    for (text, call) in zip(texts, calls) {
      for term in text {
        counts[term, default: (0, [])].calls += 1
        counts[term]!.batches.insert(call.batch)
      }
    }
    let chosen = counts.filter {
      $0.value.calls >= options.leastCalls && $0.value.batches.count >= options.leastBatches
    }
    terms = chosen.keys.sorted()
    rarities = terms.map {
      logarithm(Float(calls.count + 1) / Float(chosen[$0]!.calls + 1)) + 1
    }
    rows = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, Int32($0)) })
  }

  /// The terms of a text, weighted by rarity, of length 1 together.
  func features(of text: Set<String>) -> (terms: [Int32], values: [Float]) {
    let terms = text.compactMap { rows[$0] }.sorted()
    let values = terms.map { rarities[Int($0)] }
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return (terms, values.map { $0 / max(length, 1) })
  }
}
