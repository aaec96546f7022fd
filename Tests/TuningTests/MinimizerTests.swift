import Pack
import Testing
import Tuning

/// A bowl with its lowest point at `center`, steeper along each next parameter.
private struct Bowl: Objective {
  let center: [Float]

  mutating func evaluate(at point: borrowing Parameters, gradient: inout Parameters) -> Double {
    var value = 0.0
    for index in center.indices {
      let steepness = Float(index + 1)
      let distance = point[index] - SIMD16(repeating: center[index])
      value += Double((distance * distance).sum() * steepness)
      gradient[index] = 2 * steepness * distance
    }
    return value
  }
}

@Suite struct MinimizerTests {
  @Test func findsTheLowestPoint() {
    var bowl = Bowl(center: [3, -2, 0.5, 10, -7])
    var point = Parameters.zeros(5)
    let value = Minimizer().minimize(&bowl, from: &point) { _, _ in }
    #expect(value < 1e-4)
    for index in bowl.center.indices {
      for lane in 0..<16 { #expect(abs(point[index][lane] - bowl.center[index]) < 1e-2) }
    }
  }

  @Test func neverClimbs() {
    var bowl = Bowl(center: [1, 100, -40])
    var point = Parameters.zeros(3)
    var last = Double.infinity
    _ = Minimizer().minimize(&bowl, from: &point) { _, value in
      #expect(value <= last)
      last = value
    }
  }
}
