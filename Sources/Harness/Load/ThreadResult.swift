/// What one thread measured.
package struct ThreadResult: Sendable {
  /// Latencies in nanoseconds, but for those in `slow`.
  package var fast = LatencyHistogram()
  /// Calls above `Stall.bar`, in order.
  package var slow: [SlowCall] = []
  package var stalls: [Stall] = []
  package var begin: UInt64 = 0
  package var end: UInt64 = 0
  /// How many calls were urgent: the same on every run.
  package var urgent = 0

  package var calls: Int { fast.count + slow.count }

  package init() {}

  package mutating func record(due: UInt64, begin: UInt64, end: UInt64) {
    if end &- due > Stall.bar {
      slow.append(SlowCall(due: due, begin: begin, end: end))
    } else {
      fast.record(end &- due)
    }
  }
}
