import Synchronization

/// Counts down from several threads.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  /// True for the last to count.
  func down() -> Bool { left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
