import Histogram

/// Durations in nanoseconds, kept to three digits: HdrHistogram.
package struct LatencyHistogram: Sendable {
  private var values = Histogram<UInt64>(
    lowestDiscernibleValue: 1, highestTrackableValue: 3_600_000_000_000,
    numberOfSignificantValueDigits: .three)

  package init() {}

  package var count: Int { Int(values.totalCount) }

  @inline(__always)
  package mutating func record(_ nanoseconds: UInt64) { values.record(nanoseconds) }

  package mutating func add(_ other: LatencyHistogram) { values.add(other.values) }

  /// 0 where nothing was recorded.
  package func percentile(_ percentile: Double) -> UInt64 {
    count == 0 ? 0 : values.valueAtPercentile(percentile)
  }

  package var percentiles: Percentiles {
    Percentiles(
      p50: percentile(50), p90: percentile(90), p99: percentile(99), p999: percentile(99.9),
      p9999: percentile(99.99), max: percentile(100))
  }
}

/// The figures of a latency that a record holds, in nanoseconds.
package struct Percentiles: Codable, Sendable, Equatable {
  package var p50: UInt64
  package var p90: UInt64
  package var p99: UInt64
  package var p999: UInt64
  package var p9999: UInt64
  package var max: UInt64

  package enum CodingKeys: String, CodingKey {
    case p50, p90, p99
    case p999 = "p99_9"
    case p9999 = "p99_99"
    case max
  }

  package var named: [(name: String, value: UInt64)] {
    [
      ("p50", p50), ("p90", p90), ("p99", p99), ("p99.9", p999), ("p99.99", p9999), ("max", max),
    ]
  }
}
