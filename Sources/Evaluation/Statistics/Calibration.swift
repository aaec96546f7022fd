/// How far the confidence of decisions may be believed: stated confidence against share right.
///
/// Right means `Outcome.isSound`: side and category right, no emergency missed.
public struct Calibration: Sendable, Equatable {
  public struct Bin: Sendable, Equatable {
    /// Confidence from here to 0.1 above.
    public var from: Double
    public var rate = Rate()
    /// Mean confidence stated in it.
    public var confidence = 0.0
  }

  /// Ten, ascending; the last holds 1 too.
  public let bins: [Bin]
  /// Expected calibration error: mean distance between stated and true, weighted by calls.
  public let error: Double
  /// Mean of stated − true over all calls: positive is overconfident.
  public let bias: Double

  /// Linear in the calls.
  public init(_ outcomes: [Outcome]) {
    var bins = (0..<10).map { Bin(from: Double($0) / 10) }
    for outcome in outcomes {
      let index = min(9, max(0, Int(outcome.answer.confidence * 10)))
      bins[index].rate.count(outcome.isSound)
      bins[index].confidence += outcome.answer.confidence
    }
    var distance = 0.0
    var excess = 0.0
    for index in bins.indices where bins[index].rate.total > 0 {
      let gap = bins[index].confidence - Double(bins[index].rate.right)
      distance += abs(gap)
      excess += gap
      bins[index].confidence /= Double(bins[index].rate.total)
    }
    let count = Double(max(1, outcomes.count))
    self.bins = bins
    error = distance / count
    bias = excess / count
  }
}
