import Harness
import Testing

@Suite struct FigureTests {
  @Test(arguments: [
    (0.0, "0 ns"), (999.4, "999 ns"), (1234, "1.23 µs"), (99_900, "99.9 µs"), (123_400, "123 µs"),
    (12_345_678, "12.3 ms"), (2_000_000_000, "2.0 s"),
  ])
  func durations(_ nanoseconds: Double, _ text: String) {
    #expect(duration(nanoseconds) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (110_000_000, "110,000,000")])
  func thousands(_ number: Int, _ text: String) { #expect(number.grouped == text) }

  @Test func columnsAreAligned() {
    var table = TextColumns()
    table.add("a", "1")
    table.add("long", "22")
    #expect(table.text == "a      1\nlong  22\n")
  }

  /// Percentiles of 1…100,000 are those numbers, to three digits.
  @Test func percentiles() {
    var histogram = LatencyHistogram()
    for value in 1...100_000 as ClosedRange<UInt64> { histogram.record(value) }
    for (name, expected) in [("p50", 50_000.0), ("p90", 90_000), ("p99.9", 99_900)] {
      let value = histogram.percentiles.named.first { $0.name == name }?.value ?? 0
      #expect(abs(Double(value) / expected - 1) < 0.001, "\(name)")
    }
    #expect(histogram.count == 100_000)
    #expect(LatencyHistogram().percentiles.max == 0)
  }

  @Test func aPlotHasABarForEachPercentile() {
    var histogram = LatencyHistogram()
    for value in [100, 1000, 10_000] as [UInt64] { histogram.record(value) }
    let lines = Plot.text([("all calls", histogram.percentiles)]).split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[0].hasPrefix("p50"))
    #expect(lines.filter { $0.contains("█") }.count == 6)
  }
}
