/// Watches one thread for stalls while it waits and while it works.
struct StallProbe {
  private(set) var stalls: [Stall] = []
  /// The first stall behind which calls may still be waiting.
  private var firstOpen = 0
  /// When both clocks were last read together.
  private var wall: UInt64 = 0
  private var core: UInt64 = 0

  /// Clocks are compared this often at most while all is well; a reading costs half a microsecond.
  private static let interval: UInt64 = 1_000_000

  init() {
    stalls.reserveCapacity(4096)
    compareClocks()
  }

  /// Two readings of the clock between which the thread only waited.
  @inline(__always)
  mutating func waited(from start: UInt64, to end: UInt64) {
    if end &- start > Stall.bar { notePause(from: start, to: end) }
  }

  @inline(never)
  private mutating func notePause(from start: UInt64, to end: UInt64) {
    stalls.append(Stall(start: start, end: end, witness: .pacing))
    compareClocks()
  }

  /// A call was worked on. What the thread spent off its core since the clocks were last compared
  /// fell into the call: pauses outside of calls have been noted, and the clocks compared anew.
  @inline(__always)
  mutating func worked(from start: UInt64, to end: UInt64) {
    if end &- start > Stall.bar {
      noteSlow(from: start, to: end)
    } else if end &- wall > Self.interval {
      compareClocks()
    }
  }

  @inline(never)
  private mutating func noteSlow(from start: UInt64, to end: UInt64) {
    let before = (wall: wall, core: core)
    compareClocks()
    let elapsed = wall - before.wall
    let off = elapsed - min(core - before.core, elapsed)
    if off > Stall.bar {
      stalls.append(
        Stall(start: end - min(off, end - start), end: end, witness: .offCore))
    }
  }

  /// The thread has caught up with its schedule.
  @inline(__always)
  mutating func idle(at time: UInt64) {
    if firstOpen < stalls.count { drain(at: time) }
  }

  @inline(never)
  private mutating func drain(at time: UInt64) {
    for index in firstOpen..<stalls.count { stalls[index].drain(at: time) }
    firstOpen = stalls.count
  }

  private mutating func compareClocks() {
    core = Nanoclock.threadTime
    wall = Nanoclock.now
  }
}
