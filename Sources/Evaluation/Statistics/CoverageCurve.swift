import Foundation

/// Accuracy of the most confident calls against how many they are.
public struct CoverageCurve: Sendable, Equatable {
  /// The calls of at least some confidence.
  public struct Point: Sendable, Equatable {
    public var confidence: Double
    public var calls: Int
    public var mistakes: Int

    public var accuracy: Double { calls == 0 ? 1 : 1 - Double(mistakes) / Double(calls) }
    /// Greatest error rate that is believable at 95%, by Wilson's bound.
    public var errorBound: Double {
      guard calls > 0 else { return 1 }
      let z = 1.96
      let n = Double(calls)
      let p = Double(mistakes) / n
      let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
      return min(1, (p + z * z / (2 * n) + spread) / (1 + z * z / n))
    }
  }

  public let calls: Int
  /// One for each confidence that occurs, descending.
  public let points: [Point]

  /// O(calls log calls).
  public init(_ outcomes: [Outcome]) {
    calls = outcomes.count
    var points: [Point] = []
    var mistakes = 0
    let ordered = outcomes.map { (confidence: $0.answer.confidence, isSound: $0.isSound) }
      .sorted { $0.confidence > $1.confidence }
    for (index, item) in ordered.enumerated() {
      if !item.isSound { mistakes += 1 }
      let point = Point(confidence: item.confidence, calls: index + 1, mistakes: mistakes)
      if points.last?.confidence == item.confidence {
        points[points.count - 1] = point
      } else {
        points.append(point)
      }
    }
    self.points = points
  }

  public func coverage(_ point: Point) -> Double {
    calls == 0 ? 0 : Double(point.calls) / Double(calls)
  }

  /// As many calls as can go without review while no more than `rate` of them are wrong; calls of
  /// equal confidence go together. Nil if even the most confident err more often.
  public func unreviewed(errorRate rate: Double) -> Point? {
    points.last { Double($0.mistakes) <= rate * Double($0.calls) }
  }

  /// The smallest group of the most confident calls that holds the given share of all.
  public func point(coverage share: Double) -> Point? {
    points.first { Double($0.calls) >= share * Double(calls) }
  }
}
