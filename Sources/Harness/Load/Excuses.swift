/// A stall with what it did to the calls.
package struct NamedStall: Codable, Sendable, Equatable {
  /// Since the run began.
  package var atMs: Double
  package var lengthUs: Double
  /// From its start until the queue behind it was gone.
  package var untilDrainedUs: Double
  package var seenBy: String
  package var thread: Int
  /// Calls that had to wait for it.
  package var calls: Int

  private enum CodingKeys: String, CodingKey {
    case thread, calls
    case atMs = "at_ms"
    case lengthUs = "length_us"
    case untilDrainedUs = "until_drained_us"
    case seenBy = "seen_by"
  }
}

/// Tells the calls that overlapped a stall from those that were slow by themselves.
package struct Excuses: Sendable {
  package private(set) var named: [NamedStall] = []
  /// All calls but those that overlapped a stall.
  package private(set) var withoutStalls: LatencyHistogram
  package private(set) var all: LatencyHistogram
  package private(set) var excused = 0

  package init() {
    withoutStalls = LatencyHistogram()
    all = LatencyHistogram()
  }

  /// Adds a thread's calls.
  ///
  /// Its own stalls excuse the calls they overlap. A stall of the meter's core alone excuses
  /// nothing; together with a call that took about as long at the same time it does.
  /// O(slow calls + stalls × log(slow calls)).
  package mutating func add(_ result: ThreadResult, thread: Int, meter: [Stall], start: UInt64) {
    var isExcused = [Bool](repeating: false, count: result.slow.count)
    for stall in result.stalls {
      mark(stall, in: result.slow, &isExcused, thread: thread, start: start)
    }
    for stall in meter {
      var index = firstCall(endingAfter: stall.start, in: result.slow)
      while index < result.slow.count, result.slow[index].begin < stall.end {
        if !isExcused[index], result.slow[index].matches(stall) {
          var both = stall
          both.witness = .bothCores
          both.drain(at: endOfQueue(after: index, in: result.slow))
          mark(both, in: result.slow, &isExcused, thread: thread, start: start)
          break
        }
        index += 1
      }
    }
    all.add(result.fast)
    withoutStalls.add(result.fast)
    for (call, isExcused) in zip(result.slow, isExcused) {
      all.record(call.latency)
      if isExcused { excused += 1 } else { withoutStalls.record(call.latency) }
    }
  }

  private mutating func mark(
    _ stall: Stall, in slow: [SlowCall], _ isExcused: inout [Bool], thread: Int, start: UInt64
  ) {
    var count = 0
    var index = firstCall(endingAfter: stall.start, in: slow)
    while index < slow.count, slow[index].due < stall.drained {
      isExcused[index] = true
      count += 1
      index += 1
    }
    named.append(
      NamedStall(
        atMs: ((Double(stall.start) - Double(start)) / 1e6).rounded(digits: 3),
        lengthUs: (Double(stall.length) / 1000).rounded(digits: 1),
        untilDrainedUs: (Double(stall.drained - stall.start) / 1000).rounded(digits: 1),
        seenBy: stall.witness.rawValue, thread: thread, calls: count))
  }

  /// When the last of the calls that stood in line behind a call was answered.
  private func endOfQueue(after index: Int, in slow: [SlowCall]) -> UInt64 {
    var last = index
    while last + 1 < slow.count, slow[last + 1].due < slow[last].end { last += 1 }
    return slow[last].end
  }

  /// A thread answers calls in order, so that their ends ascend.
  private func firstCall(endingAfter time: UInt64, in slow: [SlowCall]) -> Int {
    var low = 0
    var high = slow.count
    while low < high {
      let middle = (low + high) / 2
      if slow[middle].end <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
