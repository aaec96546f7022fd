public import Classifier
import Pack

/// Fits the mined terms to labelled calls: which are worth having, and what each says.
///
/// Deterministic: the same lexicon and calls give the same table.
public struct MinedTrainer {
  public struct Options: Sendable {
    /// Characters in a term.
    public var lengths = 1...2
    /// True if terms may hold digits and Latin letters.
    public var holdsLatin = false
    /// A term occurs in at least so many calls, by at least so many hands.
    public var leastCalls = 3
    public var leastBatches = 2
    /// At most so many terms, those that tell most of the category; nil for all.
    public var mostTerms: Int?
    /// Weights nearer to zero are dropped.
    public var leastWeight: Float = 0.2
    /// What a mistake counts beside the weights' distance from where they lean.
    public var strength: Float = 1
    /// Weights lean to so much of what counting alone (naive Bayes) says of a term; 0 for none.
    public var prior: Float = 0.15
    /// What a term counts in a text is its rarity to this power.
    public var rarityPower: Float = 1.25

    public init() {}
  }

  /// What may be changed from fit to fit: all but `lengths`.
  public var options: Options
  let fold: (String) -> String
  let targets: MinedTargets
  let locked: [MinedRow]
  /// Folded danger terms and their parts.
  private let danger: DangerParts

  /// Copies what it needs: the lexicon's image must last until this returns, no longer.
  ///
  /// - Parameters:
  ///   - locked: rows that stay as they are, see `base/mined_locked.tsv`; the rest is fitted
  ///     around them.
  ///   - fold: how texts are folded.
  public init(
    lexicon: Lexicon, locked: [MinedRow] = [], fold: @escaping (String) -> String, options: Options
  ) {
    self.fold = fold
    self.options = options
    self.locked = locked
    danger = DangerParts(of: lexicon, fold: fold, longest: options.lengths.upperBound)
    targets = MinedTargets(
      categories: lexicon.categories.indices.map { lexicon.strings[lexicon.categories[$0].id] })
  }

  /// The sequences of the calls' texts.
  func table(of calls: [TrainingCall]) -> GramTable {
    GramTable(
      calls.map { fold($0.text) },
      NGrams(lengths: options.lengths, holdsLatin: options.holdsLatin),
      locked: locked.map(\.text).filter { $0 != MinedRow.everyCall })
  }

  /// Fits and returns the table, `*` first, then by text; locked rows as they were.
  public func fit(_ calls: [TrainingCall], progress: (String) -> Void) -> [MinedRow] {
    let table = table(of: calls)
    let fit = fit(table, calls, learned: Array(calls.indices), options, progress: progress)
    return rows(fit, table)
  }

  /// Fits to the calls `learned`.
  func fit(
    _ table: GramTable, _ calls: [TrainingCall], learned: [Int], _ options: Options,
    progress: (String) -> Void
  ) -> MinedFit {
    let held = LockedWeights(locked, targets, table)
    let vocabulary = MinedVocabulary(
      table, calls, learned: learned, locked: held.rarities, options: options)
    progress("\(learned.count) 个来电，\(vocabulary.count) 个字串")
    let width = targets.width
    var objective = MinedObjective(
      examples: learned.map {
        let features = vocabulary.features(of: table.texts[$0])
        return Example(
          terms: features.terms, values: features.values, labels: targets.labels(of: calls[$0]))
      }, termCount: vocabulary.count, width: width, cost: options.strength)
    var point = Parameters.zeros(objective.parameterCount)
    if options.prior != 0 {
      objective.leaning = NaiveBayes.weights(
        of: objective.examples, termCount: vocabulary.count, width: width, scale: options.prior)
      for index in objective.leaning.indices { point[index] = objective.leaning[index] }
    }
    objective.silent = held.hold(in: vocabulary, width: width, point: &point)
    let lockedRows = Set(objective.silent.map(\.row))
    // What is part of a danger word may not speak against urgency: such weights are held at 0 and
    // the rest is fitted again.
    let guarded = vocabulary.grams.indices.filter {
      !lockedRows.contains($0) && danger.contains(table.grams[Int(vocabulary.grams[$0])])
    }
    let urgency = targets.urgency
    for round in 0..<3 {
      let value = Minimizer(iterations: round == 0 ? 100 : 40).minimize(&objective, from: &point) {
        if $0 % 20 == 0 { progress("第 \($0) 步，损失 \($1)") }
      }
      let wrong = guarded.filter { point[$0 * width + urgency / 16][urgency % 16] < 0 }
      progress("第 \(round + 1) 轮，损失 \(value)，\(wrong.count) 个危险字串改作 0")
      for term in wrong {
        point[term * width + urgency / 16][urgency % 16] = 0
        objective.silent.append((term, urgency))
      }
      if wrong.isEmpty { break }
    }
    return MinedFit(vocabulary: vocabulary, weights: point)
  }
}

/// The terms of a fit and their weights: a row of lanes for each, and one for the bias.
struct MinedFit: ~Copyable {
  let vocabulary: MinedVocabulary
  let weights: Parameters
}
