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
    let standing = compareSides(scratch: &scratch)
    let best = standing.winner ?? -1
    let second = standing.second

    if best >= 0 { presumeDanger(of: best, scratch: &scratch) }
    var (danger, total) = strongestDanger(scratch: &scratch)
    let urgency = urgency(ofDanger: total, category: best, scratch: &scratch)
    let urgent = urgency >= 0
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
    if urgent { category = escalated(category, scratch: &scratch) }

    var policing = categories[category].side
    // Where a police matter is nearly as clear, an injury in it doesn't call police off.
    let leastPolice = max(score * settings.urgentJoin, settings.reviewScore)
    let isPoliceMatter =
      standing.police >= leastPolice
      && policeMatter(besides: category, scratch: &scratch) >= leastPolice
    let policeBar =
      categories[category].touchesSafety != 0 ? settings.urgentSafety : settings.urgentPolice
    let policeFirst =
      urgent && urgency >= policeBar
      && dangers.indices.contains {
        scratch.dangerScores[$0] > 0 && (isPoliceMatter || sendsPolice($0, to: category))
      }
    if policeFirst, policing == .nonPolice { policing = .joint }
    if urgent, policing == .none {
      policing = .police
      reasons.insert(.dangerWithoutDispatch)
    }
    return Verdict(
      category: category, subject: subject, score: score, urgent: urgent, danger: danger,
      policeFirst: policeFirst, policing: policing,
      intent: intent(policing: policing, urgent: urgent, scratch: &scratch),
      confidence: confidence(score, scratch: &scratch), reasons: reasons)
  }

  /// What speaks for a side speaks for each category on it that has words of its own.
  private func addSides(scratch: inout ClassifierScratch) {
    var isSilent = true
    for index in scratch.sideScores.indices where scratch.sideScores[index] != 0 {
      isSilent = false
    }
    if isSilent { return }
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let side = scratch.sideScores[Int(categories[index].side.rawValue)]
      scratch.categoryScores[index] = max(scratch.categoryScores[index] + side, 0.01)
    }
  }

  private func escalated(_ category: Int, scratch: inout ClassifierScratch) -> Int {
    for index in escalations.indices
    where Int(escalations[index].category) == category
      && scratch.dangerScores[Int(escalations[index].danger)] > 0
    {
      return Int(escalations[index].becomes)
    }
    return category
  }

  private func intent(
    policing: Policing, urgent: Bool, scratch: inout ClassifierScratch
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
  private func confidence(_ score: Float, scratch: inout ClassifierScratch) -> Float {
    guard score > 0 else { return 0 }
    let sharpness = settings.confidenceSharpness
    var sum = exp(-score * sharpness)
    for index in categories.indices {
      let distance = (scratch.categoryScores[index] - score) * sharpness
      if scratch.categoryScores[index] > 0, distance > -Self.negligible { sum += exp(distance) }
    }
    return 1 / sum
  }
}
