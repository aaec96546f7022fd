/// What one call adds to each figure: whether it is counted there, and as right.
public struct Marks: Hashable, Sendable {
  private var counted: UInt32 = 0
  private var right: UInt32 = 0
  /// What the answer costs, in thousandths, so that sums don't depend on order.
  var cost: Int32 = 0

  /// Counts for nothing.
  init() {}

  init(_ call: LabelledCall, _ answer: Answer) {
    if !call.isAmbiguous { count(.policing, answer.policing == call.policing) }
    count(.top1, call.categories.contains(answer.category))
    let best = [answer.category] + answer.alternatives.prefix(2).map(\.category)
    count(.top3, best.contains(where: call.categories.contains))
    if !call.units.isEmpty {
      // Nobody leads: 不派单 for calls without dispatch, 无 where no unit of the plan owns it.
      let accepted = call.units.map { ["不派单", "无"].contains($0) ? "" : $0 }
      count(.unit, accepted.contains(answer.unit))
    }
    if call.urgent { count(.urgentRecall, answer.urgent) }
    if answer.urgent { count(.urgentPrecision, call.urgent) }
    if let status = call.placeStatus, !status.isEmpty {
      count(.place, answer.place == status)
      if status == "resolved", let name = call.township, !name.isEmpty {
        count(.township, answer.township == name)
      }
    }
    count(.review, !answer.reviewReasons.isEmpty)
    if call.tags.contains("emergency") { count(.emergencies, answer.urgent) }
    if call.tags.contains("quiet") { count(.quiet, answer.urgent) }
    if call.tags.contains("calm") { count(.calmFlagged, answer.urgent) }
  }

  mutating func count(_ figure: Figure, _ isRight: Bool) {
    counted |= 1 << figure.rawValue
    if isRight { right |= 1 << figure.rawValue } else { right &= ~(1 << figure.rawValue) }
  }

  public func isCounted(_ figure: Figure) -> Bool { counted >> figure.rawValue & 1 == 1 }

  /// Counted and hit, whether that is wanted or not.
  public func isHit(_ figure: Figure) -> Bool { right >> figure.rawValue & 1 == 1 }

  /// Counted and not as it should be.
  public func isWrong(_ figure: Figure) -> Bool {
    isCounted(figure) && isHit(figure) == figure.isBetterLow
  }

  /// Names of the mistakes, as listed by `--errors`.
  public var mistakes: [String] {
    Self.listed.compactMap { isWrong($0) ? $0.mistake : nil }
  }

  private static let listed: [Figure] = [
    .policing, .top1, .top3, .unit, .urgentRecall, .urgentPrecision, .place, .township,
  ]
}
