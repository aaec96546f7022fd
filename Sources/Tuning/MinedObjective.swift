import Pack

/// What is learned from one call.
struct Example {
  /// Rows of the terms in the call, and what each counts; the squares of `values` add up to 1.
  var terms: [Int32]
  var values: [Float]
  /// One lane a target: +1 where the call is one, −1 where it is not, 0 where its label is silent.
  var labels: [SIMD16<Float>]
}

/// The loss of many linear classifiers that share their features, one in each lane: squared hinge
/// with an L2 penalty, as a linear support vector machine has it. What is penalized is the distance
/// from `leaning`.
///
/// Parameters: a row of lanes for each term, and one for the bias.
struct MinedObjective: Objective {
  let examples: [Example]
  let termCount: Int
  /// Lanes of 16 in a row.
  let width: Int
  /// What a unit of loss counts beside the penalty.
  let cost: Float
  /// Where weights go that the examples don't pull elsewhere; empty for zero.
  var leaning: [SIMD16<Float>] = []
  /// Weights held where they are, by row and lane.
  var silent: [(row: Int, lane: Int)] = []

  var parameterCount: Int { (termCount + 1) * width }

  mutating func evaluate(at point: borrowing Parameters, gradient: inout Parameters) -> Double {
    var loss = 0.0
    for index in 0..<parameterCount {
      let value = leaning.isEmpty ? point[index] : point[index] - leaning[index]
      loss += Double((value * value).sum()) / 2
      gradient[index] = value
    }
    let one = SIMD16<Float>(repeating: 1)
    let bias = termCount * width
    for example in examples {
      for block in 0..<width {
        let labels = example.labels[block]
        var margin = point[bias + block]
        for (term, value) in zip(example.terms, example.values) {
          margin += point[Int(term) * width + block] * value
        }
        var short = one - labels * margin
        let none = SIMD16<Float>.zero
        short.replace(with: none, where: (short .< none) .| (labels .== none))
        loss += Double((short * short).sum()) * Double(cost)
        let slope = short * labels * (-2 * cost)
        gradient[bias + block] += slope
        for (term, value) in zip(example.terms, example.values) {
          gradient[Int(term) * width + block] += slope * value
        }
      }
    }
    for weight in silent { gradient[weight.row * width + weight.lane / 16][weight.lane % 16] = 0 }
    return loss
  }
}
