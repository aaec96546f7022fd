public import Pack

/// A vector of parameters in lanes of 16.
public typealias Parameters = Buffer<SIMD16<Float>>

/// A smooth convex function of many parameters.
public protocol Objective {
  /// The value at `point`; fills `gradient`.
  mutating func evaluate(at point: borrowing Parameters, gradient: inout Parameters) -> Double
}

/// Limited-memory BFGS (Nocedal & Wright, algorithm 7.5) with backtracking.
///
/// Deterministic. Time O(iterations × (objective + memory × parameters)).
public struct Minimizer {
  public var iterations: Int
  /// Stops when the value falls by less than this share.
  public var tolerance: Double
  private static let memory = 6

  public init(iterations: Int = 120, tolerance: Double = 1e-5) {
    self.iterations = iterations
    self.tolerance = tolerance
  }

  /// Moves `point` to a minimum of `objective` and returns the value there.
  public func minimize<O: Objective>(
    _ objective: inout O, from point: inout Parameters, progress: (Int, Double) -> Void
  ) -> Double {
    let count = point.count
    var gradient = Parameters.zeros(count)
    var direction = Parameters.zeros(count)
    var trial = Parameters.zeros(count)
    var trialGradient = Parameters.zeros(count)
    var history = History(capacity: Self.memory, count: count)
    var value = objective.evaluate(at: point, gradient: &gradient)
    for iteration in 0..<iterations {
      history.direction(at: gradient, into: &direction)
      let slope = direction.dot(gradient)
      if slope >= 0 { break }
      var step: Float = history.isEmpty ? Float(1 / max(gradient.dot(gradient).squareRoot(), 1)) : 1
      var newValue = value
      var tries = 0
      repeat {
        trial.set(point, plus: step, direction)
        newValue = objective.evaluate(at: trial, gradient: &trialGradient)
        if newValue <= value + 1e-4 * Double(step) * slope { break }
        step *= 0.5
        tries += 1
      } while tries < 20
      if tries == 20 { break }
      history.add(from: point, to: trial, gradient, trialGradient)
      point.copy(trial)
      gradient.copy(trialGradient)
      let gain = value - newValue
      value = newValue
      progress(iteration + 1, value)
      if gain < tolerance * abs(value) { break }
    }
    return value
  }
}

/// The last steps and what they did to the gradient.
private struct History: ~Copyable {
  private var steps: Parameters
  private var changes: Parameters
  private var scales: [Double]
  private let count: Int
  private let capacity: Int
  private var used = 0
  private var next = 0

  init(capacity: Int, count: Int) {
    self.capacity = capacity
    self.count = count
    steps = .zeros(capacity * count)
    changes = .zeros(capacity * count)
    scales = Array(repeating: 0, count: capacity)
  }

  var isEmpty: Bool { used == 0 }

  mutating func add(
    from old: borrowing Parameters, to new: borrowing Parameters,
    _ oldGradient: borrowing Parameters, _ newGradient: borrowing Parameters
  ) {
    let base = next * count
    var product = 0.0
    for index in 0..<count {
      let step = new[index] - old[index]
      let change = newGradient[index] - oldGradient[index]
      steps[base + index] = step
      changes[base + index] = change
      product += Double((step * change).sum())
    }
    guard product > 1e-12 else { return }
    scales[next] = 1 / product
    next = (next + 1) % capacity
    used = min(used + 1, capacity)
  }

  /// The quasi-Newton direction of descent.
  func direction(at gradient: borrowing Parameters, into direction: inout Parameters) {
    for index in 0..<count { direction[index] = -gradient[index] }
    guard used > 0 else { return }
    let order = (1...used).map { (next - $0 + capacity) % capacity }
    var weights: [Int: Double] = [:]
    for entry in order {
      let weight = scales[entry] * dot(steps, entry, direction)
      weights[entry] = weight
      subtract(Float(weight), changes, entry, from: &direction)
    }
    let newest = order[0]
    var square = 0.0
    for index in 0..<count {
      let change = changes[newest * count + index]
      square += Double((change * change).sum())
    }
    let scale = SIMD16<Float>(repeating: Float(1 / (scales[newest] * square)))
    for index in 0..<count { direction[index] *= scale }
    for entry in order.reversed() {
      let weight = scales[entry] * dot(changes, entry, direction)
      subtract(Float(weight - weights[entry]!), steps, entry, from: &direction)
    }
  }

  private func dot(
    _ list: borrowing Parameters, _ entry: Int, _ vector: borrowing Parameters
  ) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += Double((list[entry * count + index] * vector[index]).sum()) }
    return sum
  }

  private func subtract(
    _ factor: Float, _ list: borrowing Parameters, _ entry: Int, from vector: inout Parameters
  ) {
    let factor = SIMD16<Float>(repeating: factor)
    for index in 0..<count { vector[index] -= factor * list[entry * count + index] }
  }
}

extension Buffer where Element == SIMD16<Float> {
  public static func zeros(_ count: Int) -> Parameters {
    var buffer = Parameters(capacity: count)
    buffer.fill(count: count, with: .zero)
    return buffer
  }

  func dot(_ other: borrowing Parameters) -> Double {
    var sum = 0.0
    for index in indices { sum += Double((self[index] * other[index]).sum()) }
    return sum
  }

  mutating func copy(_ other: borrowing Parameters) {
    for index in indices { self[index] = other[index] }
  }

  mutating func set(
    _ start: borrowing Parameters, plus step: Float, _ direction: borrowing Parameters
  ) {
    let step = SIMD16<Float>(repeating: step)
    for index in indices { self[index] = start[index] + step * direction[index] }
  }
}
