/// What each stage of a command took.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var laps: [(name: String, time: Duration)] = []

  init() {
    start = clock.now
    last = start
  }

  /// Ends a stage.
  mutating func lap(_ name: String) {
    let now = clock.now
    laps.append((name, last.duration(to: now)))
    last = now
  }

  /// A line a stage, and the sum.
  var text: String {
    var table = TextTable(rightAligned: [1])
    for lap in laps + [("合计", start.duration(to: last))] {
      table.add([lap.name, milliseconds(lap.time)])
    }
    return table.text
  }

  private func milliseconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) 毫秒"
  }
}
