import Synchronization

/// Measures the machine alone, alongside the calls: empty calls by a schedule. Whatever they wait,
/// the machine made them wait.
package final class HiccupMeter: Sendable {
  package enum Way: Sendable, Equatable {
    /// Spins on a core of its own, by the schedule of the calls themselves.
    case spinning(core: Int)
    /// Wakes up every millisecond: there is no core to spare. Timers wake some 50 µs late anyway.
    case sleeping

    package var text: String {
      switch self {
      case .spinning(let core): "empty calls on core \(core)"
      case .sleeping: "sleeps of 1 ms, no core to spare"
      }
    }
  }

  private let isOver = Atomic(false)

  package init() {}

  package func stop() { isOver.store(true, ordering: .releasing) }

  /// Measures until `stop`; `schedule` is gone through over and over.
  ///
  /// - Precondition: `schedule` is not empty.
  package func run(_ way: Way, schedule: [UInt64], from start: UInt64) -> ThreadResult {
    precondition(!schedule.isEmpty, "a meter needs a schedule")
    switch way {
    case .sleeping: return sleep(from: start)
    case .spinning(let core):
      Affinity.pin(to: core)
      return spin(schedule, from: start)
    }
  }

  private func sleep(from start: UInt64) -> ThreadResult {
    var result = ThreadResult()
    var due = start
    while !isOver.load(ordering: .acquiring) {
      due += 1_000_000
      Nanoclock.sleep(until: due)
      let end = Nanoclock.now
      result.record(due: due, begin: due, end: end)
    }
    return result
  }

  private func spin(_ schedule: [UInt64], from start: UInt64) -> ThreadResult {
    var result = ThreadResult()
    var probe = StallProbe()
    var origin = start
    Nanoclock.sleep(until: start - min(start, 2_000_000))
    var time = Nanoclock.now
    while true {
      for arrival in schedule {
        let due = origin &+ arrival
        while time < due {
          let next = Nanoclock.now
          probe.waited(from: time, to: next)
          time = next
        }
        result.record(due: due, begin: due, end: time)
        if isOver.load(ordering: .acquiring) {
          result.stalls = probe.stalls
          return result
        }
      }
      origin &+= schedule[schedule.count - 1] &+ 1
    }
  }
}
