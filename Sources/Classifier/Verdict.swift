import Automaton
import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a person should look at a decision.
@frozen
public struct ReviewReasons: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Nothing in the text speaks for any category.
  public static let noEvidence = ReviewReasons(rawValue: 1 << 0)
  /// The best score is low.
  public static let lowScore = ReviewReasons(rawValue: 1 << 1)
  /// The second category is close.
  public static let smallMargin = ReviewReasons(rawValue: 1 << 2)
  /// Danger decided, not the category's own words.
  public static let dangerWithoutCategory = ReviewReasons(rawValue: 1 << 3)
  /// Danger in a call that would get no dispatch.
  public static let dangerWithoutDispatch = ReviewReasons(rawValue: 1 << 4)
  /// The place named lies outside.
  public static let outside = ReviewReasons(rawValue: 1 << 5)
  /// The place named fits several townships.
  public static let ambiguousPlace = ReviewReasons(rawValue: 1 << 6)
  /// No unit of the plan owns the category.
  public static let noUnit = ReviewReasons(rawValue: 1 << 7)
}

/// What the classifier says of a call; the pieces behind it lie in the scratch.
public struct Verdict: Sendable {
  /// Index of the category that decides.
  public var category: Int
  /// The category before a danger changed it, or the same.
  public var subject: Int
  /// Sum of its pieces, sides included.
  public var score: Float
  public var urgent: Bool
  /// Index of the strongest danger, or nil.
  public var danger: Int?
  /// True if a danger is about that sends police first whoever owns the matter.
  public var policeFirst: Bool
  public var policing: Policing
  public var intent: Intent
  /// 0…1.
  public var confidence: Float
  public var reasons: ReviewReasons
}

extension Lexicon {
  /// Weighs the contributions.
  ///
  /// Hit policy: first the side of the line is chosen, by what all categories on it weigh
  /// together, then the category with the greatest sum on that side; of equal sums the one listed
  /// first in the scheme, which puts crime and life first.
  func judge(scratch: inout ClassifierScratch) -> Verdict {
    addSides(scratch: &scratch)
    let best = strongestCategory(scratch: scratch) ?? -1
    var second: Float = 0
    for index in categories.indices where index != best {
      second = max(second, scratch.categoryScores[index])
    }

    if best >= 0 { presumeDanger(of: best, scratch: &scratch) }
    var danger: Int?
    var total: Float = 0
    for index in dangers.indices {
      let score = scratch.dangerScores[index]
      guard score > 0 else { continue }
      total += score
      if danger == nil || score > scratch.dangerScores[danger!] { danger = index }
    }
    let urgent = total >= urgentThreshold(scratch: scratch)

    var reasons: ReviewReasons = []
    let score = best < 0 ? 0 : scratch.categoryScores[best]
    var category = best
    if best < 0 { reasons.insert(.noEvidence) }
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
      urgent
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

  /// The category that wins, nil if none has words in the text. Police and joint categories count
  /// as one side: both send police.
  private func strongestCategory(scratch: borrowing ClassifierScratch) -> Int? {
    var police: Float = 0
    var nonPolice: Float = 0
    var none: Float = 0
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let weight = exp(scratch.categoryScores[index] * settings.sideSharpness)
      switch categories[index].side {
      case .police, .joint: police += weight
      case .nonPolice: nonPolice += weight
      case .none: none += weight
      }
    }
    var best: Int?
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let isOnStrongestSide =
        switch categories[index].side {
        case .police, .joint: police >= max(nonPolice, none)
        case .nonPolice: nonPolice > police && nonPolice >= none
        case .none: none > max(police, nonPolice)
        }
      guard isOnStrongestSide else { continue }
      if best == nil || scratch.categoryScores[index] > scratch.categoryScores[best!] {
        best = index
      }
    }
    return best
  }

  /// Adds the dangers presumed of the winning category.
  private func presumeDanger(of category: Int, scratch: inout ClassifierScratch) {
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
  private func urgentThreshold(scratch: borrowing ClassifierScratch) -> Float {
    let calm =
      scratch.sideScores[Int(Policing.nonPolice.rawValue)]
      - scratch.sideScores[Int(Policing.police.rawValue)]
    return settings.urgentThreshold
      + min(max(calm * settings.calmFactor, 0), settings.calmMaximum)
  }

  /// True if a danger sends police first though the matter is another's.
  private func sendsPolice(_ danger: Int, to category: Int) -> Bool {
    dangers[danger].policeFirst != 0
      && !exemptions.indices.contains {
        Int(exemptions[$0].danger) == danger && Int(exemptions[$0].category) == category
      }
  }

  /// What speaks for a side speaks for each category on it that has words of its own.
  private func addSides(scratch: inout ClassifierScratch) {
    for index in categories.indices where scratch.categoryScores[index] > 0 {
      let side = scratch.sideScores[Int(categories[index].side.rawValue)]
      scratch.categoryScores[index] = max(scratch.categoryScores[index] + side, 0.01)
    }
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

extension CategoryRecord {
  /// The category's side in the scheme.
  public var side: Policing { Policing(rawValue: UInt8(truncatingIfNeeded: policing)) ?? .police }
}
