import CFenliu
import FenliuABI
import Pack
import Routing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One round over all texts.
struct Round {
  var urgent = 0
  /// A text.
  var nanoseconds = 0.0
}

/// The library as Swift has it.
struct SwiftSide: ~Copyable {
  private let router: Router
  private var scratch: Scratch

  init(_ router: Router) {
    self.router = router
    scratch = router.makeScratch()
  }

  mutating func route(_ texts: [[UInt8]]) -> Round {
    var round = Round()
    let start = processorTime()
    for text in texts {
      round.urgent += unsafe text.withUnsafeBytes {
        unsafe router.route(utf8: $0, scratch: &scratch) { $0.urgent ? 1 : 0 }
      }
    }
    round.nanoseconds = (processorTime() - start) / Double(texts.count)
    return round
  }
}

/// The library as C has it.
@safe
struct CSide: ~Copyable {
  private let router: OpaquePointer
  private let scratch: OpaquePointer

  init(pack: String) {
    var router: OpaquePointer?
    var scratch: OpaquePointer?
    guard unsafe fenliu_open(pack, &router) == FENLIU_OK,
      unsafe fenliu_scratch_create(&scratch) == FENLIU_OK,
      let router = unsafe router, let scratch = unsafe scratch
    else { fatalError("\(pack) does not open") }
    unsafe self.router = router
    unsafe self.scratch = scratch
  }

  func route(_ texts: [[UInt8]]) -> Round {
    var round = Round()
    var decision = unsafe fenliu_decision()
    unsafe fenliu_decision_init(&decision)
    let start = processorTime()
    for text in texts {
      unsafe text.withUnsafeBytes {
        let bytes = unsafe $0.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe fenliu_route(router, scratch, bytes, $0.count, nil, &decision)
      }
      round.urgent += unsafe Int(decision.urgent)
    }
    round.nanoseconds = (processorTime() - start) / Double(texts.count)
    return round
  }

  deinit {
    unsafe fenliu_scratch_destroy(scratch)
    unsafe fenliu_close(router)
  }
}

/// Nanoseconds that this thread has run: others on the machine count less than by the clock.
private func processorTime() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
