/// Serves calls one after another as fast as it can: a call is due when the one before is answered.
///
/// Filing a latency takes some 10 ns, which count as the next call's.
package enum FullSpeed {
  /// Slow calls beyond these are filed with the others, and no stall excuses them.
  private static let roomForSlow = 1 << 20

  package static func run(
    _ calls: Int, from start: UInt64, serve: (Int) -> Void
  ) -> ThreadResult {
    var result = ThreadResult()
    result.slow.reserveCapacity(roomForSlow)
    var probe = StallProbe()
    Nanoclock.sleep(until: start)
    var time = Nanoclock.now
    result.begin = time
    for index in 0..<calls {
      let begin = time
      serve(index)
      time = Nanoclock.now
      probe.worked(from: begin, to: time)
      if time &- begin > Stall.bar, result.slow.count < roomForSlow {
        result.slow.append(SlowCall(due: begin, begin: begin, end: time))
      } else {
        result.fast.record(time &- begin)
      }
    }
    result.end = time
    result.stalls = probe.stalls
    return result
  }
}
