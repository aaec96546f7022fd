/// A time in which the machine did not let a thread run.
package struct Stall: Sendable, Equatable {
  /// How it was seen.
  package enum Witness: String, Sendable {
    /// Two readings of the clock with nothing between them lie far apart.
    case pacing
    /// During a call the kernel counted less time on a core than the clock did.
    case offCore = "off-core"
    /// Both cores stood still for about the same time.
    case bothCores = "both-cores"
  }

  /// Shorter pauses are no stalls: interrupts come all the time.
  package static let bar: UInt64 = 50_000

  package var start: UInt64
  package var end: UInt64
  /// When the calls that had piled up behind it were done with.
  package var drained: UInt64
  package var witness: Witness

  package init(start: UInt64, end: UInt64, drained: UInt64? = nil, witness: Witness) {
    self.start = start
    self.end = end
    self.drained = drained ?? end
    self.witness = witness
  }

  package var length: UInt64 { end - start }

  /// The queue behind a stall is drained at the latest after ten times its length: what waits
  /// longer than that waits for something else.
  package static let longestDrain: UInt64 = 10

  mutating func drain(at time: UInt64) {
    drained = min(max(time, end), end + length * Self.longestDrain)
  }

  /// True if a call that came in at `due` and was answered at `end` had to wait for it.
  package func overlaps(_ call: SlowCall) -> Bool { call.due < drained && call.end > start }
}

/// A call that took longer than `Stall.bar`.
package struct SlowCall: Sendable, Equatable {
  /// When it came in by the schedule.
  package var due: UInt64
  /// When it was taken up.
  package var begin: UInt64
  /// When it was answered.
  package var end: UInt64

  package init(due: UInt64, begin: UInt64, end: UInt64) {
    self.due = due
    self.begin = begin
    self.end = end
  }

  package var latency: UInt64 { end - due }

  /// True if another core stood still for about the time the call took: what both have in common
  /// is at least half of what either took.
  package func matches(_ other: Stall) -> Bool {
    let common = min(end, other.end).subtractingReportingOverflow(max(begin, other.start))
    guard !common.overflow else { return false }
    return common.partialValue * 2 >= max(end - begin, other.length)
  }
}
