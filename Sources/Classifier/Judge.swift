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
    var urgency = urgency(ofDanger: total, category: best, scratch: &scratch)
    let score = best < 0 ? 0 : scratch.categoryScores[best]
    let confidence = confidence(score, scratch: &scratch)
    let isUntold = !mined.isEmpty && best >= 0 && isUntold(scratch: &scratch)
    let isVague = isVague(untold: isUntold, confidence: confidence, length: scratch.length)
    if isVague { urgency = min(urgency, -settings.urgentReview) }
    let urgent = urgency >= 0
    if !mined.isEmpty { noteMined(category: best, urgent: urgent, scratch: &scratch) }
    if urgent, danger == nil {
      danger = Int(settings.unnamedDanger)
      scratch.dangerScores[Int(settings.unnamedDanger)] = settings.urgentThreshold
    }

    var reasons: ReviewReasons = []
    var category = isVague ? -1 : best
    if category < 0 { reasons.insert(.noEvidence) }
    // Nobody is sent, and no word says why: somebody should listen.
    if isUntold, categories[best].side == .none { reasons.insert(.lowScore) }
    if urgent, !mined.isEmpty, best >= 0, isBarelyTold(best, scratch: &scratch) {
      reasons.insert(.lowScore)
    }
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
    category = relieved(category, urgency: urgency, scratch: &scratch)
    let subject = category
    if urgent { category = escalated(category, urgency: urgency, scratch: &scratch) }

    var policing = categories[category].side
    // Where a police matter is nearly as clear, an injury in it doesn't call police off.
    let bar = categories[category].policeBar
    let isPoliceMatter =
      urgent && urgency >= min(bar, settings.matterBar)
      && policeMatter(besides: category, scratch: &scratch)
        >= max(score * settings.urgentJoin, settings.reviewScore / 2)
    let policeFirst =
      urgent
      && dangers.indices.contains {
        scratch.dangerScores[$0] > 0
          && (isPoliceMatter || urgency >= bar && sendsPolice($0, to: category))
      }
    if policeFirst, policing == .nonPolice { policing = .joint }
    if urgent, policing == .none {
      policing = .police
      reasons.insert(.dangerWithoutDispatch)
    }
    return Verdict(
      category: category, subject: subject, score: score, urgent: urgent, urgency: urgency,
      danger: danger, policeFirst: policeFirst, policing: policing,
      intent: intent(policing: policing, urgent: urgent, scratch: &scratch),
      confidence: confidence, reasons: reasons)
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

  /// What a danger turns a service's matter into (停气 into 公用设施险情).
  private func escalated(
    _ category: Int, urgency: Float, scratch: inout ClassifierScratch
  ) -> Int {
    for index in escalations.indices
    where Int(escalations[index].category) == category && urgency >= escalations[index].bar
      && scratch.dangerScores[Int(escalations[index].danger)] > 0
    {
      return Int(escalations[index].becomes)
    }
    return category
  }

  /// The other way round: the service that matters most, if `category` is what danger turns its
  /// matters into and the danger is hardly told. A wire that hangs dead is the power company's; a
  /// leak of gas that is named never turns back.
  private func relieved(
    _ category: Int, urgency: Float, scratch: inout ClassifierScratch
  ) -> Int {
    var service = category
    var score: Float = 0
    var bar: Float = 0
    for index in escalations.indices where Int(escalations[index].becomes) == category {
      let row = escalations[index]
      if scratch.dangerScores[Int(row.danger)] > 0, urgency >= row.bar { return category }
      if Int(row.category) == service {
        bar = min(bar, row.bar)
      } else if scratch.categoryScores[Int(row.category)] > score {
        service = Int(row.category)
        score = scratch.categoryScores[service]
        bar = row.bar
      }
    }
    return urgency < bar ? service : category
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
