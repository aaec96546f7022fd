import Pack

extension Lexicon {
  /// The danger that weighs most, and what all weigh together.
  func strongestDanger(scratch: borrowing ClassifierScratch) -> (danger: Int?, total: Float) {
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

  /// Danger words and mined terms decide together. Where danger words alone suffice, they stand
  /// unless the mined terms and the side of the line speak strongly against them.
  func isUrgent(scratch: borrowing ClassifierScratch) -> Bool {
    if mined.isEmpty { return scratch.urgencyMargin >= 0 }
    let words = min(max(scratch.urgencyMargin, -Self.marginReach), Self.marginReach)
    let score = minedScore(of: mined.urgency, scratch: scratch)
    if words + score >= -settings.urgentDoubt { return true }
    guard words >= 0 else { return false }
    let calm = min(max(lean(scratch: scratch), -Self.leanReach), 0) * settings.urgentCalm
    return 2 * words + score + calm >= -settings.urgentVeto
  }

  /// Beyond this, more or less danger says nothing new.
  private static let marginReach: Float = 2
  /// Beyond this, a matter is no further from the police.
  private static let leanReach: Float = 6

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

  /// The danger from which a call is urgent: more where the wording is that of a letter or
  /// complaint. A danger phrase added to a call changes nothing here.
  func urgentThreshold(scratch: borrowing ClassifierScratch) -> Float {
    let calm =
      scratch.sideScores[Int(Policing.nonPolice.rawValue)]
      - scratch.sideScores[Int(Policing.police.rawValue)]
    return settings.urgentThreshold
      + min(max(calm * settings.calmFactor, 0), settings.calmMaximum)
  }

  /// True if a danger sends police first though the matter is another's.
  func sendsPolice(_ danger: Int, to category: Int) -> Bool {
    dangers[danger].policeFirst != 0
      && !exemptions.indices.contains {
        Int(exemptions[$0].danger) == danger && Int(exemptions[$0].category) == category
      }
  }
}
