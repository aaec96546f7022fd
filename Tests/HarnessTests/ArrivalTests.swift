import Harness
import Testing

@Suite struct ArrivalTests {
  static func poisson(_ rate: Double, _ seconds: Double) -> Scenario {
    var scenario = Scenario(name: "test")
    scenario.load = .poisson
    scenario.rate = rate
    scenario.seconds = seconds
    return scenario
  }

  /// Gaps of a Poisson process: mean 1/rate, and as large a standard deviation.
  @Test(arguments: [1, 2, 3] as [UInt64]) func gapsArePoisson(_ seed: UInt64) {
    let schedule = Arrivals.schedule(Self.poisson(10_000, 10), seed: seed)
    let gaps = zip(schedule.dropFirst(), schedule).map { Double($0 - $1) }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(gaps.count)
    #expect(abs(mean / 100_000 - 1) < 0.02)
    #expect(abs(variance.squareRoot() / mean - 1) < 0.03)
    #expect(schedule == schedule.sorted())
  }

  @Test func theSameSeedGivesTheSameSchedule() {
    let scenario = Self.poisson(1000, 2)
    #expect(
      Arrivals.schedule(scenario, seed: 7) == Arrivals.schedule(scenario, seed: 7))
    #expect(
      Arrivals.schedule(scenario, seed: 7) != Arrivals.schedule(scenario, seed: 8))
  }

  /// Threads share the rate.
  @Test func sharesAddUp() {
    let scenario = Self.poisson(10_000, 10)
    let calls = (0..<4).map { Arrivals.schedule(scenario, threads: 4, seed: $0).count }
    #expect(calls.allSatisfy { abs(Double($0) / 25_000 - 1) < 0.03 })
  }

  /// A hundred times the calls for one second, none lost and none moved outside it.
  @Test func aBurst() {
    var scenario = Self.poisson(1000, 10)
    scenario.load = .burst
    scenario.burstFactor = 100
    scenario.burstFrom = 3
    scenario.burstSeconds = 1
    let schedule = Arrivals.schedule(scenario, seed: 1)
    func count(_ seconds: Range<Double>) -> Double {
      Double(schedule.count { seconds.contains(Double($0) / 1e9) })
    }
    #expect(abs(count(0..<3) / 3000 - 1) < 0.06)
    #expect(abs(count(3..<4) / 100_000 - 1) < 0.02)
    #expect(abs(count(4..<10) / 6000 - 1) < 0.06)
    #expect(schedule == schedule.sorted())
    #expect(Double(schedule.last ?? 0) < 10e9)
  }
}
