import Evaluation
import TestSupport
import Testing

@Suite struct CalibrationTests {
  @Test func binsHoldWhatWasSaidAndWhatWasRight() {
    let calibration = Calibration(
      outcomes([(0.05, false), (0.92, true), (0.98, false), (1, true), (0.9, true)]))
    #expect(calibration.bins.count == 10)
    #expect(calibration.bins[0].rate == Rate(right: 0, total: 1))
    #expect(calibration.bins[9].rate == Rate(right: 3, total: 4))
    #expect(abs(calibration.bins[9].confidence - 0.95) < 1e-9)
    // |0.05 − 0| · 1/5 + |0.95 − 0.75| · 4/5
    #expect(abs(calibration.error - 0.17) < 1e-9)
    #expect(calibration.bias > 0)
  }

  @Test func confidenceThatIsTrueIsCalibrated() {
    #expect(Calibration(seeded(20_000, seed: 9)).error < 0.02)
  }

  @Test(arguments: [0.0, 0.02, 0.1, 0.3, 1], [1, 2, 3] as [UInt64])
  func leavesAsManyUnreviewedAsTheErrorRateAllows(_ rate: Double, _ seed: UInt64) {
    let calls = seeded(400, seed: seed)
    let curve = CoverageCurve(calls)
    // Slow and obvious: try each confidence.
    var best = 0
    for confidence in Set(calls.map(\.answer.confidence)) {
      let kept = calls.filter { $0.answer.confidence >= confidence }
      let wrong = kept.count { !$0.isSound }
      if Double(wrong) <= rate * Double(kept.count) { best = max(best, kept.count) }
    }
    let found = curve.unreviewed(errorRate: rate)
    #expect((found?.calls ?? 0) == best)
    if let found {
      #expect(calls.count { $0.answer.confidence >= found.confidence } == best)
      #expect(found.errorBound >= Double(found.mistakes) / Double(found.calls))
    }
  }

  @Test func noneCanGoUnreviewedWhereTheSurestAreWrong() {
    let curve = CoverageCurve(outcomes([(1, false), (0.5, true)]))
    #expect(curve.unreviewed(errorRate: 0.1) == nil)
    #expect(curve.unreviewed(errorRate: 0.5)?.calls == 2)
  }

  @Test func callsOfOneConfidenceGoTogether() {
    let curve = CoverageCurve(outcomes([(1, true), (0.8, true), (0.8, false), (0.8, true)]))
    #expect(curve.points.map(\.calls) == [1, 4])
    #expect(curve.point(coverage: 0.5)?.calls == 4)
  }
}
