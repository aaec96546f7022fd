import Foundation

/// When calls come in, in nanoseconds from the start of a run.
package enum Arrivals {
  /// The schedule of one of `threads` equal shares of a scenario: a Poisson process, whose rate is
  /// higher during a burst. Ascending; the same for the same seed.
  ///
  /// Shares of a Poisson process are Poisson processes, so that all threads together offer what the
  /// scenario says. O(calls).
  package static func schedule(_ scenario: Scenario, threads: Int = 1, seed: UInt64) -> [UInt64] {
    var generator = SplitMix(seed: seed)
    var schedule: [UInt64] = []
    schedule.reserveCapacity(
      Int(expectedCalls(scenario) / Double(threads) * 1.1) + 100)
    let share = scenario.rate / Double(threads)
    let burst = scenario.burstFrom..<(scenario.burstFrom + scenario.burstSeconds)
    // Time runs `burstFactor` times as fast inside the burst: a Poisson process of one rate in
    // that time is one of two rates on the clock.
    var work = 0.0
    while true {
      work += -log(1 - Double.random(in: 0..<1, using: &generator)) / share
      var time = work
      if scenario.load == .burst, time > burst.lowerBound {
        let inside = (time - burst.lowerBound) / scenario.burstFactor
        time =
          inside < scenario.burstSeconds
          ? burst.lowerBound + inside
          : time - scenario.burstSeconds * (scenario.burstFactor - 1)
      }
      guard time < scenario.seconds else { return schedule }
      schedule.append(UInt64(time * 1e9))
    }
  }

  /// How many calls a scenario offers on average.
  package static func expectedCalls(_ scenario: Scenario) -> Double {
    let more = scenario.load == .burst ? scenario.burstSeconds * (scenario.burstFactor - 1) : 0
    return scenario.rate * (scenario.seconds + more)
  }

  /// One every `interval` nanoseconds.
  package static func regular(every interval: UInt64, count: Int) -> [UInt64] {
    (0..<count).map { UInt64($0) * interval }
  }
}
