import Harness
import Testing

/// Latency is counted from the schedule, and the machine's share in it is told apart.
@Suite struct LoadTests {
  /// Works for so many nanoseconds.
  static func work(_ nanoseconds: UInt64) {
    let end = Nanoclock.now + nanoseconds
    while Nanoclock.now < end {}
  }

  /// Ten calls come in at once and take a millisecond each: the last waits for all.
  @Test func aQueueCounts() {
    let arrivals = [UInt64](repeating: 1_000_000, count: 10)
    let result = OpenLoop.run(arrivals, from: Nanoclock.now) { _ in Self.work(1_000_000) }
    #expect(result.calls == 10)
    #expect(result.slow.count == 10)
    for (index, call) in result.slow.enumerated() {
      #expect(call.latency >= UInt64(index + 1) * 1_000_000)
    }
  }

  /// One slow call delays the fast ones that come in meanwhile: no omission.
  @Test func oneSlowCallShowsInThoseBehindIt() {
    let arrivals = Arrivals.regular(every: 100_000, count: 100)
    let start = Nanoclock.now
    let result = OpenLoop.run(arrivals, from: start) {
      if $0 == 10 { Self.work(5_000_000) }
    }
    let latencies = Dictionary(uniqueKeysWithValues: result.slow.map { ($0.due, $0.latency) })
    // These came in while the slow one was worked on, each a tenth of a millisecond later.
    for index in 10..<59 {
      let latency = latencies[start + arrivals[index]] ?? 0
      #expect(latency >= 5_000_000 - UInt64(index - 10) * 100_000)
    }
    #expect(result.calls == 100)
  }

  /// Work is no stall: the kernel counts it as time on a core.
  @Test func slowWorkIsNoStall() {
    let result = FullSpeed.run(5, from: Nanoclock.now) { _ in
      let end = Nanoclock.threadTime + 3_000_000
      while Nanoclock.threadTime < end {}
    }
    let stalled = result.stalls.reduce(0) { $0 + $1.length }
    #expect(result.calls == 5)
    #expect(result.end - result.begin >= 15_000_000)
    #expect(stalled <= result.end - result.begin - 14_000_000)
  }

  /// Sleep during a call is time off the core: a stall, and it is named.
  @Test func sleepIsAStall() {
    let result = FullSpeed.run(3, from: Nanoclock.now) { index in
      if index == 1 { Nanoclock.sleep(until: Nanoclock.now + 10_000_000) }
    }
    let longest = result.stalls.map(\.length).max() ?? 0
    #expect(longest >= 9_000_000)
    #expect(result.stalls.contains { $0.witness == .offCore })
  }

  @Test func fullSpeedCountsEveryCall() {
    let result = FullSpeed.run(10_000, from: Nanoclock.now) { _ in }
    #expect(result.calls == 10_000)
  }

  /// The meter hears `stop` and has measured meanwhile.
  @Test func theMeterMeasuresUntilItIsStopped() {
    for way in [HiccupMeter.Way.sleeping, .spinning(core: Affinity.cores.first ?? 0)] {
      let meter = HiccupMeter()
      let measured = onThreads(2) { index -> Int in
        guard index == 0 else {
          Nanoclock.sleep(until: Nanoclock.now + 50_000_000)
          meter.stop()
          return 0
        }
        return meter.run(
          way, schedule: Arrivals.regular(every: 100_000, count: 1000), from: Nanoclock.now
        ).calls
      }
      #expect(measured[0] > 0)
    }
  }

  @Test func threadsGiveTheirResultsInOrder() {
    #expect(onThreads(5) { $0 * $0 } == [0, 1, 4, 9, 16])
  }
}
