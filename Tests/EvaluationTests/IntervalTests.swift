import Evaluation
import TestSupport
import Testing

@Suite struct IntervalTests {
  private static func board(right: Int, of total: Int) -> Scoreboard {
    Scoreboard(outcomes((0..<total).map { (0.5, $0 < right) }))
  }

  /// The normal approximation is near where many calls are neither all right nor all wrong.
  @Test(arguments: [(900, 1000), (500, 1000), (150, 200), (3000, 4000)])
  func agreesWithTheNormalApproximation(_ right: Int, _ total: Int) throws {
    let interval = try #require(Self.board(right: right, of: total).intervals()[.top1])
    let share = Double(right) / Double(total)
    let spread = 1.96 * (share * (1 - share) / Double(total)).squareRoot()
    #expect(abs(interval.low - (share - spread)) < spread / 5)
    #expect(abs(interval.high - (share + spread)) < spread / 5)
  }

  /// Resampling calls that are all right gives only calls that are all right.
  @Test(arguments: [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (100, 100, 0.9638, 1.0)])
  func whereNoneFailsTheBoundIsExact(
    _ right: Int, _ total: Int, _ low: Double, _ high: Double
  ) throws {
    let interval = try #require(Self.board(right: right, of: total).intervals()[.top1])
    #expect(abs(interval.low - low) < 1e-4 && abs(interval.high - high) < 1e-4)
  }

  @Test func theSameCallsGiveTheSameIntervals() {
    let calls = seeded(500, seed: 4)
    #expect(Scoreboard(calls).intervals()[.top1] == Scoreboard(calls).intervals()[.top1])
  }

  @Test func aFigureNothingCountsForHasNone() {
    #expect(Self.board(right: 1, of: 2).intervals()[.urgentRecall] == nil)
    #expect(Scoreboard([Outcome]()).intervals()[.top1] == nil)
  }

  /// Each kind is drawn as often as it is common, and as many are drawn as there are.
  @Test func drawsFollowTheCalls() throws {
    let members = (0..<1000).map { Int32($0 % 10 == 0 ? 1 : 0) }
    let intervals = Bootstrap().intervals(of: members, kinds: 2) { counts in
      [Double(counts[0] + counts[1]), Double(counts[1])]
    }
    #expect(intervals[0] == Interval(1000, 1000))
    let rare = try #require(intervals[1])
    #expect((70...90).contains(rare.low) && (110...130).contains(rare.high))
  }
}
