#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clocks of a measurement, in nanoseconds.
package enum Nanoclock {
  /// Time that never runs backwards. Some 40 ns a reading.
  @inline(__always)
  package static var now: UInt64 { read(CLOCK_MONOTONIC) }

  /// Time this thread spent on a core, as the kernel counts it: lags behind `now` by what the
  /// thread was kept waiting for a core. Some 400 ns a reading.
  package static var threadTime: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

  @inline(__always)
  private static func read(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  /// Sleeps until `now` reaches `time`, and as much longer as the machine pleases.
  package static func sleep(until time: UInt64) {
    let now = now
    guard time > now else { return }
    var left = timespec()
    left.tv_sec = Int((time - now) / 1_000_000_000)
    left.tv_nsec = Int((time - now) % 1_000_000_000)
    unsafe nanosleep(&left, nil)
  }
}
