import Harness
import Testing

/// Which calls a stall excuses. Times in microseconds.
@Suite struct ExcuseTests {
  static func call(_ due: UInt64, _ begin: UInt64, _ end: UInt64) -> SlowCall {
    SlowCall(due: due * 1000, begin: begin * 1000, end: end * 1000)
  }

  static func stall(
    _ start: UInt64, _ end: UInt64, drained: UInt64? = nil, _ witness: Stall.Witness = .pacing
  ) -> Stall {
    Stall(
      start: start * 1000, end: end * 1000, drained: drained.map { $0 * 1000 }, witness: witness)
  }

  /// What is left of the largest latency, and how many calls are excused.
  static func judge(_ calls: [SlowCall], own: [Stall] = [], meter: [Stall] = []) -> Excuses {
    var result = ThreadResult()
    result.slow = calls
    result.stalls = own
    var excuses = Excuses()
    excuses.add(result, thread: 0, meter: meter, start: 0)
    return excuses
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var calls: [SlowCall]
    var own: [Stall] = []
    var meter: [Stall] = []
    var excused: Int
  }

  @Test(arguments: [
    Case(
      testDescription: "no stall, no excuse", calls: [call(0, 0, 100)], excused: 0),
    Case(
      testDescription: "a stall elsewhere", calls: [call(0, 0, 100)], own: [stall(200, 300)],
      excused: 0),
    Case(
      testDescription: "due during the stall", calls: [call(250, 300, 320)],
      own: [stall(200, 300)], excused: 1),
    Case(
      testDescription: "within a call", calls: [call(100, 100, 400)],
      own: [stall(200, 400, .offCore)], excused: 1),
    Case(
      testDescription: "in the queue behind it", calls: [call(210, 300, 360), call(310, 360, 420)],
      own: [stall(200, 300, drained: 420)], excused: 2),
    Case(
      testDescription: "after the queue was gone",
      calls: [call(210, 300, 360), call(500, 500, 600)],
      own: [stall(200, 300, drained: 360)], excused: 1),
    Case(
      testDescription: "the meter's core alone stalled long", calls: [call(100, 100, 200)],
      meter: [stall(0, 5000)], excused: 0),
    Case(
      testDescription: "both cores stood still", calls: [call(100, 100, 300)],
      meter: [stall(110, 290)], excused: 1),
    Case(
      testDescription: "both, and one call waited behind",
      calls: [call(100, 100, 300), call(150, 300, 310), call(900, 900, 1000)],
      meter: [stall(110, 290)], excused: 2),
  ])
  func excuses(_ example: Case) {
    let excuses = Self.judge(example.calls, own: example.own, meter: example.meter)
    #expect(excuses.excused == example.excused)
    #expect(excuses.all.count == example.calls.count)
    #expect(excuses.withoutStalls.count == example.calls.count - example.excused)
  }

  /// A stall says when, how long, how seen and whom it hit.
  @Test func stallsAreNamed() throws {
    let excuses = Self.judge(
      [Self.call(2250, 2300, 2320)], own: [Self.stall(2200, 2300, drained: 2320)])
    let named = try #require(excuses.named.first)
    #expect(named.atMs == 2.2)
    #expect(named.lengthUs == 100)
    #expect(named.untilDrainedUs == 120)
    #expect(named.seenBy == "pacing")
    #expect(named.calls == 1)
  }
}
