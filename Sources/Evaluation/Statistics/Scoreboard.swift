import Foundation

/// What a run over labelled calls amounts to.
public struct Scoreboard: Sendable {
  /// Intervals of the figures and of the mean cost.
  public struct Intervals: Sendable {
    fileprivate var figures: [Interval?]
    public fileprivate(set) var cost: Interval?

    public subscript(figure: Figure) -> Interval? { figures[figure.rawValue] }
  }

  public let calls: Int
  private let marks: [Marks]
  private let rates: [Rate]
  private let totalCost: Int

  public init(_ outcomes: [Outcome]) { self.init(outcomes.map(\.marks)) }

  init(_ marks: [Marks]) {
    self.marks = marks
    calls = marks.count
    rates = Figure.allCases.map { figure in
      Rate(
        right: marks.count { $0.isCounted(figure) && $0.isHit(figure) },
        total: marks.count { $0.isCounted(figure) })
    }
    totalCost = marks.reduce(0) { $0 + Int($1.cost) }
  }

  public subscript(figure: Figure) -> Rate { rates[figure.rawValue] }

  /// Mean cost of a call, nil without calls.
  public var cost: Double? { calls == 0 ? nil : Double(totalCost) / 1000 / Double(calls) }

  /// Intervals by resampling calls; where all hit or none, resampling says nothing and the exact
  /// bound takes its place. O(1,000 × calls).
  public func intervals() -> Intervals {
    let kinds = Kinds(marks)
    let distinct = kinds.distinct
    let found = Bootstrap().intervals(of: kinds.members, kinds: distinct.count) { counts in
      Figure.allCases.map { Self.share($0, distinct, counts) } + [Self.meanCost(distinct, counts)]
    }
    guard let cost = found.last else {
      return Intervals(figures: Figure.allCases.map { _ in nil }, cost: nil)
    }
    return Intervals(
      figures: Figure.allCases.map { Self.exact(rates[$0.rawValue]) ?? found[$0.rawValue] },
      cost: cost)
  }

  /// The share of hits where kinds stand as often as `counts` says; NaN if nothing is counted.
  static func share(_ figure: Figure, _ kinds: [Marks], _ counts: [Int32]) -> Double {
    var right = 0
    var total = 0
    for (kind, count) in zip(kinds, counts) where kind.isCounted(figure) {
      total += Int(count)
      if kind.isHit(figure) { right += Int(count) }
    }
    return total == 0 ? .nan : Double(right) / Double(total)
  }

  static func meanCost(_ kinds: [Marks], _ counts: [Int32]) -> Double {
    var sum = 0
    var total = 0
    for (kind, count) in zip(kinds, counts) {
      sum += Int(kind.cost) * Int(count)
      total += Int(count)
    }
    return total == 0 ? .nan : Double(sum) / 1000 / Double(total)
  }

  /// Clopper and Pearson's interval where all hit or none: the other end is 0.025^(1/n).
  private static func exact(_ rate: Rate) -> Interval? {
    guard rate.total > 0, rate.right == 0 || rate.right == rate.total else { return nil }
    let bound = pow(0.025, 1 / Double(rate.total))
    return rate.right == 0 ? Interval(0, 1 - bound) : Interval(bound, 1)
  }
}
