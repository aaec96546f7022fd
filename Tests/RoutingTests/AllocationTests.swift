import CAllocationCounter
import Routing
import TestSupport
import Testing

@Suite struct AllocationTests {
  /// The counter itself must see what it is there to see.
  @Test func theCounterCounts() {
    let before = fenliu_allocations_of_this_thread()
    guard before >= 0 else {
      print("left out: allocations cannot be counted on this system")
      return
    }
    let list = (0..<100).map { [$0] }
    #expect(fenliu_allocations_of_this_thread() - before >= 100)
    #expect(list.count == 100)
  }

  @Test func tenThousandCallsAllocateNothing() {
    #if DEBUG
      print("left out: only optimized code is free of allocations; `make test` runs this too")
    #else
      routeTenThousandCalls()
    #endif
  }

  private func routeTenThousandCalls() {
    guard fenliu_allocations_of_this_thread() >= 0 else {
      print("left out: allocations cannot be counted on this system")
      return
    }
    let router = TestPack.chengkou
    let calls = SampleCalls.all.map { Array($0.utf8) }
    var scratch = router.makeScratch()
    func route(_ call: [UInt8]) -> Int {
      unsafe call.withUnsafeBytes {
        unsafe router.route(utf8: $0, scratch: &scratch) {
          ($0.question == nil ? 0 : 1) + ($0.urgent ? 1 : 0)
        }
      }
    }
    var urgent = 0
    for call in calls { urgent += route(call) }  // warm-up

    let before = fenliu_allocations_of_this_thread()
    for index in 0..<10_000 { urgent += route(calls[index % calls.count]) }
    let allocations = fenliu_allocations_of_this_thread() - before

    #expect(allocations == 0)
    #expect(urgent > 0)
  }
}
