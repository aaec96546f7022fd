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

  /// Adds the dangers presumed of the winning category.
  func presumeDanger(of category: Int, scratch: inout ClassifierScratch) {
    guard scratch.categoryScores[category] >= settings.reviewScore else { return }
    for index in presumptions.indices where Int(presumptions[index].category) == category {
      let presumption = presumptions[index]
      if presumption.unless != noIndex, scratch.conceptPresent[Int(presumption.unless)] { continue }
      contribute(
        Contribution(
          source: UInt32(category), start: 0, end: 0, target: presumption.danger, kind: .danger,
          origin: .presumption, weight: presumption.weight, effect: 0, context: 0),
        scratch: &scratch)
    }
  }

  /// What the wording of a letter or complaint takes off the danger.
  private func calmDiscount(scratch: inout ClassifierScratch) -> Float {
    let calm =
      scratch.sideScores[Int(Policing.nonPolice.rawValue)]
      - scratch.sideScores[Int(Policing.police.rawValue)]
    return min(max(calm * settings.calmFactor, 0), settings.calmMaximum)
  }

  /// True if a danger sends police first though the matter is another's.
  func sendsPolice(_ danger: Int, to category: Int) -> Bool {
    dangers[danger].policeFirst != 0
      && !exemptions.indices.contains {
        Int(exemptions[$0].danger) == danger && Int(exemptions[$0].category) == category
      }
  }
}
