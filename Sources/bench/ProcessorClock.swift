#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Time that this thread spent on a core: on a machine that others use, too, what it waited for a core
/// says nothing of the program.
struct ProcessorClock {
  private var clock = CLOCK_THREAD_CPUTIME_ID

  /// The same for all threads of the process together.
  static let wholeProcess = ProcessorClock(clock: CLOCK_PROCESS_CPUTIME_ID)

  init() {}

  private init(clock: clockid_t) { self.clock = clock }

  var now: Duration {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  func measure(_ work: () -> Void) -> Duration {
    let begin = now
    work()
    return now - begin
  }
}
