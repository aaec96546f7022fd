/// Serves calls by a schedule that does not wait for the answers.
///
/// A call's latency counts from the time it was due, so that whatever delays one call also shows
/// in those behind it (no coordinated omission).
package enum OpenLoop {
  /// - Parameters:
  ///   - arrivals: when calls are due, after `start`.
  ///   - serve: answers the call of this index.
  package static func run(
    _ arrivals: [UInt64], from start: UInt64, serve: (Int) -> Void
  ) -> ThreadResult {
    var result = ThreadResult()
    // Written one after another; filed only when the run is over.
    var times: [(begin: UInt64, end: UInt64)] = []
    times.reserveCapacity(arrivals.count)
    var probe = StallProbe()
    var time = Nanoclock.now
    if time < start { Nanoclock.sleep(until: start - min(start, 2_000_000)) }
    time = Nanoclock.now
    for index in arrivals.indices {
      let due = start &+ arrivals[index]
      if time < due {
        probe.idle(at: time)
        while time < due {
          let next = Nanoclock.now
          probe.waited(from: time, to: next)
          time = next
        }
      }
      let begin = time
      serve(index)
      time = Nanoclock.now
      probe.worked(from: begin, to: time)
      times.append((begin, time))
    }
    probe.idle(at: time)
    result.begin = start
    result.end = time
    result.stalls = probe.stalls
    for index in arrivals.indices {
      result.record(
        due: start + arrivals[index], begin: times[index].begin, end: times[index].end)
    }
    return result
  }
}
