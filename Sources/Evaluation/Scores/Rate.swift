/// Hits among what was counted.
public struct Rate: Sendable, Equatable {
  public var right = 0
  public var total = 0

  public init(right: Int = 0, total: Int = 0) {
    self.right = right
    self.total = total
  }

  mutating func count(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  /// Share of hits, nil if there was nothing to count.
  public var value: Double? { total == 0 ? nil : Double(right) / Double(total) }
}

/// Numbers between which a figure lies with 95% confidence.
public struct Interval: Sendable, Equatable {
  public var low: Double
  public var high: Double

  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }
}
