/// A histogram of seconds, as Prometheus wants it.
struct LatencyBuckets {
  /// Upper bounds; the last bucket has none.
  static let bounds = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  ]

  private var counts = [Int](repeating: 0, count: bounds.count + 1)
  private(set) var sum = 0.0

  mutating func add(_ seconds: Double) {
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }

  /// Each bound, as Prometheus writes it, with the number of values up to it.
  var cumulative: [(bound: String, count: Int)] {
    var total = 0
    return counts.indices.map { index in
      total += counts[index]
      let bound = index < Self.bounds.count ? Self.text(Self.bounds[index]) : "+Inf"
      return (bound, total)
    }
  }

  var count: Int { counts.reduce(0, +) }

  private static func text(_ bound: Double) -> String {
    bound == bound.rounded() ? String(Int(bound)) : "\(bound)"
  }
}
