import Pack

extension MinedTrainer {
  /// What was tried and how well it carried over.
  public struct Trial: Sendable {
    public var strength: Float
    public var prior: Float
    /// Share of calls whose best category is right, on hands the terms were not fitted to.
    public var accuracy: Double
  }

  /// Chooses how strongly to fit, and how far weights lean to naive Bayes, by cross-validation:
  /// the leaning first, at the middle strength, then the strength. Of equal trials the first wins.
  ///
  /// Batches are kept whole; if there are fewer batches than folds, calls are dealt out one by one.
  /// Judged by the category alone: the mined terms' own answer, without the lexicon.
  ///
  /// - Parameter folds: at least 2.
  ///
  /// Time O(folds × (strengths + priors) × fit).
  public func choose(
    strengths: [Float], priors: [Float], folds: Int, _ calls: [TrainingCall],
    progress: (String) -> Void
  ) -> Trial {
    precondition(folds >= 2 && !strengths.isEmpty && !priors.isEmpty, "there is something to try")
    let table = table(of: calls)
    let fold = Self.folds(folds, of: calls)
    func trial(strength: Float, prior: Float) -> Trial {
      var options = self.options
      options.strength = strength
      options.prior = prior
      var right = 0
      for held in 0..<folds {
        let learned = calls.indices.filter { fold[$0] != held }
        let fit = fit(table, calls, learned: learned, options) { _ in }
        for call in calls.indices where fold[call] == held {
          let answer = targets.categories[bestCategory(fit, table.texts[call])]
          if calls[call].categories.contains(answer) { right += 1 }
        }
      }
      let accuracy = Double(right) / Double(max(calls.count, 1))
      progress("试 力度 \(strength)、先验 \(prior)：类别 \(right)/\(calls.count)")
      return Trial(strength: strength, prior: prior, accuracy: accuracy)
    }
    func best(_ trials: [Trial]) -> Trial {
      trials.dropFirst().reduce(trials[0]) { $1.accuracy > $0.accuracy ? $1 : $0 }
    }
    let middle = strengths[strengths.count / 2]
    let leaning = best(priors.map { trial(strength: middle, prior: $0) })
    return best(
      strengths.map { $0 == middle ? leaning : trial(strength: $0, prior: leaning.prior) })
  }

  /// Which fold holds each call out.
  public static func folds(_ count: Int, of calls: [TrainingCall]) -> [Int] {
    let batches = Set(calls.map(\.batch)).sorted()
    guard batches.count >= count else { return calls.indices.map { $0 % count } }
    let places = Dictionary(uniqueKeysWithValues: batches.enumerated().map { ($1, $0 % count) })
    return calls.map { places[$0.batch]! }
  }

  private func bestCategory(_ fit: borrowing MinedFit, _ text: [Int32]) -> Int {
    let width = targets.width
    let features = fit.vocabulary.features(of: text)
    var scores = (0..<width).map { fit.weights[fit.vocabulary.count * width + $0] }
    for (term, value) in zip(features.terms, features.values) {
      for block in 0..<width { scores[block] += fit.weights[Int(term) * width + block] * value }
    }
    return targets.categories.indices.reduce(0) { best, category in
      scores[category / 16][category % 16] > scores[best / 16][best % 16] ? category : best
    }
  }
}
