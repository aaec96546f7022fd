import Pack

extension Lexicon {
  /// The danger that weighs most, and what all weigh together.
  func strongestDanger(scratch: inout ClassifierScratch) -> (danger: Int?, total: Float) {
    var strongest: Int?
    var total: Float = 0
    for index in dangers.indices {
      let score = scratch.dangerScores[index]
      guard score > 0 else { continue }
      total += score
      if strongest == nil || score > scratch.dangerScores[strongest!] { strongest = index }
    }
    return (strongest, total)
  }

  /// Danger words and mined terms add up, less where the matter is explained well without danger,
  /// and less still where it is clearly no police matter. Without mined terms the words alone
  /// decide. From 0 on the call is urgent.
  func urgency(
    ofDanger total: Float, category: Int, scratch: inout ClassifierScratch
  ) -> Float {
    let danger = max(total - calmDiscount(scratch: &scratch), 0)
    if mined.isEmpty { return danger - settings.urgentThreshold }
    // Nothing was said: somebody may listen again.
    if scratch.length == 0 { return -settings.urgentReview }
    let words =
      min(danger, Self.manyWords)
      + Self.furtherWords * max(min(danger, Self.mostWords) - Self.manyWords, 0)
    // A short text says little against a danger word, and nothing without one.
    let share = min(Float(scratch.length) / settings.urgentLength, 1).squareRoot()
    var calm: Float = 0
    if category >= 0 {
      let side = categories[category].side
      let factor =
        side == .police || side == .joint
        ? settings.urgentExplained : settings.urgentExplained + settings.urgentCalm
      calm = max(scratch.categoryScores[category], 0) * factor
    }
    let others =
      minedUrgency(scratch: &scratch) - calm - settings.urgentBar
    return settings.urgentWords * words + others * share
  }

  /// Danger beyond this says little new, beyond `mostWords` nothing.
  private static let manyWords: Float = 2
  private static let mostWords: Float = 5
  private static let furtherWords: Float = 0.2

  /// Adds the dangers presumed of the winning category, in the context of what speaks for it: a
  /// crash that is told as settled presumes no danger.
  func presumeDanger(of category: Int, scratch: inout ClassifierScratch) {
    // Half of what needs no review is enough: a danger is presumed rather than missed.
    guard scratch.categoryScores[category] >= settings.reviewScore / 2 else { return }
    for index in presumptions.indices where Int(presumptions[index].category) == category {
      let presumption = presumptions[index]
      if presumption.unless != noIndex, scratch.conceptPresent[Int(presumption.unless)] { continue }
      contribute(
        Contribution(
          source: UInt32(category), start: 0, end: 0, target: presumption.danger, kind: .danger,
          origin: .presumption, weight: presumption.weight, effect: 0,
          context: gravestContext(of: category, scratch: &scratch)),
        scratch: &scratch)
    }
  }

  /// Of the contexts in which terms and rules speak for `category`, the one that takes the least
  /// off a danger; plainly said where only mined terms speak for it. O(contributions).
  private func gravestContext(of category: Int, scratch: inout ClassifierScratch) -> UInt32 {
    var gravest: UInt32?
    for index in scratch.contributions.indices {
      let piece = scratch.contributions[index]
      guard piece.kind == .category, Int(piece.target) == category, piece.weight > 0 else {
        continue
      }
      let factor = contexts[Int(piece.context)].dangerFactor
      if gravest.map({ factor > contexts[Int($0)].dangerFactor }) ?? true {
        gravest = piece.context
      }
    }
    return gravest ?? 0
  }

  /// What the wording of a letter or complaint takes off the danger.
  private func calmDiscount(scratch: inout ClassifierScratch) -> Float {
    let calm =
      scratch.sideScores[Int(Policing.nonPolice.rawValue)]
      - scratch.sideScores[Int(Policing.police.rawValue)]
    return min(max(calm * settings.calmFactor, 0), settings.calmMaximum)
  }

  /// The greatest score of a category that sends police and is a matter of its own beside
  /// `category`: what an exempt danger would be by itself is the same matter told otherwise, the
  /// unconscious at home and the one by the road. O(categories × exemptions).
  func policeMatter(besides category: Int, scratch: inout ClassifierScratch) -> Float {
    var greatest: Float = 0
    for index in categories.indices where scratch.categoryScores[index] > greatest {
      guard categories[index].side == .police || categories[index].side == .joint else { continue }
      let isSameMatter = exemptions.indices.contains {
        let danger = Int(exemptions[$0].danger)
        return Int(exemptions[$0].category) == category
          && Int(dangers[danger].fallback) == index
      }
      if !isSameMatter { greatest = scratch.categoryScores[index] }
    }
    return greatest
  }

  /// True if a danger sends police first though the matter is another's.
  func sendsPolice(_ danger: Int, to category: Int) -> Bool {
    dangers[danger].policeFirst != 0
      && !exemptions.indices.contains {
        Int(exemptions[$0].danger) == danger && Int(exemptions[$0].category) == category
      }
  }
}
