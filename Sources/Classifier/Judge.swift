import Automaton
import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Lexicon {
  /// Weighs the contributions.
  ///
  /// Hit policy: first the side of the line is chosen, by what all categories on it weigh
  /// together and by what the mined terms say of the side, then the category with the greatest
  /// sum on that side; of equal sums the one listed first in the scheme, which puts crime and
  /// life first.
  func judge(scratch: inout ClassifierScratch) -> Verdict {
    addSides(scratch: &scratch)
    addMined(scratch: &scratch)
    let best = strongestCategory(scratch: scratch) ?? -1
    var second: Float = 0
    for index in categories.indices where index != best {
      second = max(second, scratch.categoryScores[index])
    }

    if best >= 0 { presumeDanger(of: best, scratch: &scratch) }
    var (danger, total) = strongestDanger(scratch: scratch)
    let urgency = urgency(ofDanger: total, category: best, scratch: scratch)
    let urgent = urgency >= 0
    let isNamed = total >= settings.urgentThreshold
    if !mined.isEmpty { noteMined(category: best, urgent: urgent, scratch: &scratch) }
    if urgent, danger == nil {
      danger = Int(settings.unnamedDanger)
      scratch.dangerScores[Int(settings.unnamedDanger)] = settings.urgentThreshold
    }

    var reasons: ReviewReasons = []
    let score = best < 0 ? 0 : scratch.categoryScores[best]
    var category = best
    if best < 0 { reasons.insert(.noEvidence) }
    if abs(urgency) <= settings.urgentReview, !urgent || !mined.isEmpty {
      reasons.insert(.possibleDanger)
    }
    if score < settings.reviewScore {
      reasons.insert(.lowScore)
      if urgent, let danger, best < 0 || categories[best].side != .police {
        category = Int(dangers[danger].fallback)
        if category == Int(noIndex) { category = Int(settings.fallbackDangerCategory) }
        reasons.insert(.dangerWithoutCategory)
      }
    }
    if category < 0 { category = Int(settings.fallbackCategory) }
    if score > 0, score - second < settings.reviewMargin * score { reasons.insert(.smallMargin) }
    let subject = category
    if urgent { category = escalated(category, scratch: scratch) }

    var policing = categories[category].side
    let policeFirst =
      urgent && (isNamed || urgency >= settings.urgentPolice)
      && dangers.indices.contains {
        scratch.dangerScores[$0] > 0 && sendsPolice($0, to: category)
      }
    if policeFirst, policing == .nonPolice { policing = .joint }
    if urgent, policing == .none {
      policing = .police
      reasons.insert(.dangerWithoutDispatch)
    }
    return Verdict(
      category: category, subject: subject, score: score, urgent: urgent, danger: danger,
      policeFirst: policeFirst, policing: policing,
      intent: intent(policing: policing, urgent: urgent, scratch: scratch),
      confidence: confidence(score, scratch: scratch), reasons: reasons)
  }

  /// What speaks for a side speaks for each category on it that has words of its own.
  private func addSides(scratch: inout ClassifierScratch) {
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let side = scratch.sideScores[Int(categories[index].side.rawValue)]
      scratch.categoryScores[index] = max(scratch.categoryScores[index] + side, 0.01)
    }
  }

  /// How far the call leans to the police side, as a logarithm: what words and mined terms say of
  /// the categories, and what the mined terms say of the side itself. Police and joint categories
  /// count as one side: both send police.
  private func lean(scratch: borrowing ClassifierScratch) -> Float {
    // Taken relative to the strongest, so that no exponential overflows.
    var strongest: Float = 0
    for index in categories.indices { strongest = max(strongest, scratch.categoryScores[index]) }
    var police = exp(-strongest * settings.sideSharpness)
    var nonPolice = police
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let weight = exp((scratch.categoryScores[index] - strongest) * settings.sideSharpness)
      switch categories[index].side {
      case .police, .joint: police += weight
      case .nonPolice: nonPolice += weight
      case .none: break
      }
    }
    let least = Float.leastNormalMagnitude
    return log(max(police, least) / max(nonPolice, least))
      + minedLean(scratch: scratch)
  }

  /// The category that wins, nil if nothing speaks for any.
  private func strongestCategory(scratch: borrowing ClassifierScratch) -> Int? {
    func strongest(where isEligible: (Policing) -> Bool) -> Int? {
      var best: Int?
      for index in categories.indices
      where scratch.categoryScores[index] > 0 && isEligible(categories[index].side) {
        if best == nil || scratch.categoryScores[index] > scratch.categoryScores[best!] {
          best = index
        }
      }
      return best
    }
    guard let best = strongest(where: { _ in true }) else { return nil }
    if categories[best].side == .none { return best }
    let sendsPolice = lean(scratch: scratch) >= 0
    return strongest(where: { ($0 == .police || $0 == .joint) == sendsPolice && $0 != .none })
      ?? best
  }

  private func escalated(_ category: Int, scratch: borrowing ClassifierScratch) -> Int {
    for index in escalations.indices
    where Int(escalations[index].category) == category
      && scratch.dangerScores[Int(escalations[index].danger)] > 0
    {
      return Int(escalations[index].becomes)
    }
    return category
  }

  private func intent(
    policing: Policing, urgent: Bool, scratch: borrowing ClassifierScratch
  ) -> Intent {
    var best = 0
    for index in scratch.intentScores.indices
    where scratch.intentScores[index] > scratch.intentScores[best] {
      best = index
    }
    if scratch.intentScores[best] > 0, let intent = Intent(rawValue: UInt8(best)) { return intent }
    return Intent(rawValue: intents[Int(policing.rawValue) * 2 + (urgent ? 1 : 0)]) ?? .help
  }

  /// The winner's share among all scores and the score of knowing nothing.
  private func confidence(_ score: Float, scratch: borrowing ClassifierScratch) -> Float {
    guard score > 0 else { return 0 }
    var sum = exp(-score)
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      sum += exp(scratch.categoryScores[index] - score)
    }
    return 1 / sum
  }
}
