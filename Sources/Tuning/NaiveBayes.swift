/// What counting alone says of each term and target: the weights a fit may lean to.
enum NaiveBayes {
  /// Added to each count, so that a term seen with one side alone is no proof.
  private static let smoothing: Float = 0.5

  /// For each term, and a row of zeros for the bias, the logarithm of how much likelier the term is
  /// where a target holds than where it does not, times `scale`. Targets without examples of both
  /// kinds say nothing.
  static func weights(
    of examples: [Example], termCount: Int, width: Int, scale: Float
  ) -> [SIMD16<Float>] {
    var with = [SIMD16<Float>](repeating: .init(repeating: smoothing), count: termCount * width)
    var without = with
    var seen = [SIMD16<Float>](repeating: .zero, count: width)
    var unseen = seen
    let one = SIMD16<Float>(repeating: 1)
    for example in examples {
      for block in 0..<width {
        let holds = SIMD16<Float>.zero.replacing(with: one, where: example.labels[block] .> 0)
        let fails = SIMD16<Float>.zero.replacing(with: one, where: example.labels[block] .< 0)
        seen[block] += holds
        unseen[block] += fails
        for term in example.terms {
          with[Int(term) * width + block] += holds
          without[Int(term) * width + block] += fails
        }
      }
    }
    var sumWith = [SIMD16<Float>](repeating: .zero, count: width)
    var sumWithout = sumWith
    for term in 0..<termCount {
      for block in 0..<width {
        sumWith[block] += with[term * width + block]
        sumWithout[block] += without[term * width + block]
      }
    }
    var weights = [SIMD16<Float>](repeating: .zero, count: (termCount + 1) * width)
    for term in 0..<termCount {
      for block in 0..<width {
        let odds =
          (with[term * width + block] / sumWith[block])
          / (without[term * width + block] / sumWithout[block])
        for lane in 0..<16 where seen[block][lane] > 0 && unseen[block][lane] > 0 {
          weights[term * width + block][lane] = scale * logarithm(odds[lane])
        }
      }
    }
    return weights
  }
}
