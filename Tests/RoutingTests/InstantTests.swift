import Routing
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-21T20:43:00+08:00", 1_795_264_980),
      ("2000-02-29T23:59:59Z", 951_868_799), ("1969-12-31T23:59:59Z", -1),
      ("2026-11-21 20:43:00.25-05:30", 1_795_313_580),
    ] as [(String, Int64)])
  func reads(text: String, seconds: Int64) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z",
    "2026-11-21T20:43:00", "2026-11-21T20:43:00.Z", "2026-11-21T20:43:00+8:00",
    "2026-11-21T20:43:00Zjunk",
  ])
  func refuses(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(arguments: [
    "2026-11-21T20:43:00+08:00", "1969-12-31T23:59:59Z", "2024-02-29T00:00:00-05:30",
  ])
  func writesWhatItRead(text: String) {
    #expect(Instant(rfc3339: text)?.rfc3339 == text)
  }
}
