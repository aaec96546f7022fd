import Pack
import Routing
import TestSupport
import Testing

/// When working days end. The day of receipt does not count; the limit ends with the last day.
@Suite struct DueTimeTests {
  private static let router = TestPack.chengkou

  @Test(
    "working days end where the calendar says",
    arguments: [
      // Weeks: 2026-11-16 is a Monday.
      ("2026-11-16T09:00:00+08:00", 2, "2026-11-18"),
      ("2026-11-20T09:00:00+08:00", 2, "2026-11-24"),
      ("2026-11-21T20:43:00+08:00", 2, "2026-11-24"),
      ("2026-11-22T00:00:00+08:00", 2, "2026-11-24"),
      ("2026-11-16T09:00:00+08:00", 5, "2026-11-23"),
      // Holidays, from the day before, within and after.
      ("2026-09-30T17:00:00+08:00", 2, "2026-10-09"),
      ("2026-10-03T12:00:00+08:00", 2, "2026-10-09"),
      ("2026-10-07T23:59:59+08:00", 1, "2026-10-08"),
      ("2025-09-30T08:00:00+08:00", 2, "2025-10-10"),
      ("2024-02-09T08:00:00+08:00", 2, "2024-02-19"),
      ("2024-06-07T08:00:00+08:00", 1, "2024-06-11"),
      // Weekends that are worked: on the way, as the first, as the day of receipt.
      ("2026-09-30T17:00:00+08:00", 5, "2026-10-13"),
      ("2026-09-18T08:00:00+08:00", 2, "2026-09-21"),
      ("2026-09-20T08:00:00+08:00", 2, "2026-09-22"),
      ("2026-02-13T08:00:00+08:00", 2, "2026-02-24"),
      ("2025-01-25T08:00:00+08:00", 1, "2025-01-26"),
      ("2024-04-03T08:00:00+08:00", 2, "2024-04-08"),
      // Year ends.
      ("2024-12-31T08:00:00+08:00", 2, "2025-01-03"),
      ("2025-12-31T08:00:00+08:00", 2, "2026-01-05"),
      ("2026-12-29T08:00:00+08:00", 2, "2026-12-31"),
      ("2023-12-31T08:00:00+08:00", 2, "2024-01-03"),
      // The day is China's, whatever offset the time is written with.
      ("2026-11-19T15:59:59Z", 2, "2026-11-23"),
      ("2026-11-19T16:00:00Z", 2, "2026-11-24"),
      // Years nobody has published: nothing is guessed.
      ("2026-12-30T08:00:00+08:00", 2, nil),
      ("2027-03-01T08:00:00+08:00", 2, nil),
      ("2023-12-30T08:00:00+08:00", 1, nil),
      ("1970-01-01T00:00:00Z", 1, nil),
    ] as [(String, Int, String?)])
  func workingDays(received: String, count: Int, last: String?) throws {
    let plan = Self.router.plan
    let instant = try #require(Instant(rfc3339: received))
    var row = try #require(
      plan.obligations.indices.map { plan.obligations[$0] }
        .first { $0.clock == .workingDays && $0.fromReceipt != 0 })
    row.seconds = UInt32(count)
    let due = plan.due(row, receivedAt: instant)
    #expect(due.instant?.rfc3339 == last.map { $0 + "T23:59:59+08:00" })
    #expect(due.reason == (last == nil ? "outside-calendar" : nil))
  }

  /// S4-43, S4-44: 两个、五个工作日 from 接到分流, the day of the call.
  @Test func theDecisionNamesTheDay() throws {
    let decision = Self.router.route("路灯坏了", at: Instant(rfc3339: "2026-11-21T20:43:00+08:00"))
    let due = Dictionary(
      decision.obligations.map { ($0.basis, $0.due) }, uniquingKeysWith: { first, _ in first })
    #expect(due["S4-43"] == "2026-11-24T23:59:59+08:00")
    #expect(due["S4-44"] == "2026-11-27T23:59:59+08:00")
    #expect(!decision.json().contains("due_reason"))
  }

  @Test func anUncoveredYearIsSaid() {
    let json = Self.router.route("路灯坏了", at: Instant(rfc3339: "2027-03-01T08:00:00+08:00")).json()
    #expect(json.contains(#""due":null,"due_reason":"outside-calendar""#))
  }

  /// Without a time there is nothing to explain.
  @Test func withoutATimeNothingIsDue() {
    let decision = Self.router.route("路灯坏了")
    #expect(decision.obligations.allSatisfy { $0.due == nil && $0.dueReason == nil })
  }
}
