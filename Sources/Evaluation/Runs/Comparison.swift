/// A run beside an earlier one, call by call.
///
/// Both runs are held against the labels of the later one, so that a label put right counts for
/// both. Calls are the same if id and text are; of calls that are alike, the n-th is the n-th.
public struct Comparison: Sendable {
  /// How one figure changed.
  public struct Change: Sendable {
    public var figure: Figure
    public var before: Rate
    public var after: Rate
    /// Calls wrong before and not now, and the other way round.
    public var fixed: Int
    public var broken: Int
    /// Calls that fail here both times.
    public var stillWrong: Int
    /// Of the difference after − before; calls are resampled with both their answers.
    public var interval: Interval?

    public var difference: Double? {
      guard let before = before.value, let after = after.value else { return nil }
      return after - before
    }
  }

  public let before: SavedRun
  public let changes: [Change]
  /// Mean cost before and after of the calls that both have.
  public let costs: (before: Double, after: Double)?
  /// The earlier answer to each call of the later run, nil where there is none.
  public let earlier: [Outcome?]
  /// Calls only the later run has, and only the earlier.
  public let added: Int
  public let removed: Int

  /// O(1,000 × calls).
  public init(_ outcomes: [Outcome], before: SavedRun, costs: Costs?) {
    self.before = before
    var answers: [String: [Answer]] = [:]
    for (call, answer) in before.answered.reversed() {
      answers[Self.key(call), default: []].append(answer)
    }
    let matched = outcomes.map { answers[Self.key($0.call)]?.popLast() }
    let shared = matched.indices.filter { matched[$0] != nil }
    let old = Outcome.mark(shared.map { (outcomes[$0].call, matched[$0]!) }, costs: costs)
    // Marked anew, so that a pair counts in both or in neither.
    let new = Outcome.mark(
      shared.map { (outcomes[$0].call, outcomes[$0].answer) }, costs: costs)
    var earlier = [Outcome?](repeating: nil, count: outcomes.count)
    for (place, index) in shared.enumerated() { earlier[index] = old[place] }
    self.earlier = earlier
    added = outcomes.count - shared.count
    removed = before.answered.count - shared.count

    let pairs = zip(old, new).map { Marked(before: $0.marks, after: $1.marks) }
    changes = Self.changes(pairs)
    let (first, last) = (Scoreboard(old).cost, Scoreboard(new).cost)
    self.costs = first.flatMap { first in last.map { (first, $0) } }
  }

  private struct Marked: Hashable {
    var before: Marks
    var after: Marks
  }

  private static func key(_ call: LabelledCall) -> String { call.id + "\t" + call.text }

  private static func changes(_ pairs: [Marked]) -> [Change] {
    let kinds = Kinds(pairs)
    let before = kinds.distinct.map(\.before)
    let after = kinds.distinct.map(\.after)
    let intervals = Bootstrap().intervals(of: kinds.members, kinds: before.count) { counts in
      Figure.allCases.map {
        Scoreboard.share($0, after, counts) - Scoreboard.share($0, before, counts)
      }
    }
    let boards = (Scoreboard(pairs.map(\.before)), Scoreboard(pairs.map(\.after)))
    return Figure.allCases.compactMap { figure in
      let (old, new) = (boards.0[figure], boards.1[figure])
      guard old.total > 0 || new.total > 0 else { return nil }
      func count(_ before: Bool, _ after: Bool) -> Int {
        pairs.count { $0.before.isWrong(figure) == before && $0.after.isWrong(figure) == after }
      }
      return Change(
        figure: figure, before: old, after: new, fixed: count(true, false),
        broken: count(false, true), stillWrong: count(true, true),
        interval: intervals[figure.rawValue])
    }
  }
}
