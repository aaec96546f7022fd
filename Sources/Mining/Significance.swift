#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How often something occurs in calls of a kind and in the others.
public struct Contingency: Sendable, Equatable {
  /// Calls of the kind that hold it.
  public var both: Int
  /// Calls that hold it.
  public var holding: Int
  /// Calls of the kind.
  public var kind: Int
  /// All calls.
  public var all: Int

  public init(both: Int, holding: Int, kind: Int, all: Int) {
    self.both = both
    self.holding = holding
    self.kind = kind
    self.all = all
  }

  /// Share of the calls holding it that are of the kind.
  public var precision: Double { holding == 0 ? 0 : Double(both) / Double(holding) }

  /// True if it occurs in calls of the kind more often than chance has it.
  public var isPositive: Bool { both * all > holding * kind }

  /// The log-likelihood ratio G² of the two by two table; 0 where both are independent.
  public var logLikelihoodRatio: Double {
    let (with, without) = (Double(holding), Double(all - holding))
    let (inside, outside) = (Double(kind), Double(all - kind))
    func term(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    let sum =
      term(both, with * inside / Double(all)) + term(holding - both, with * outside / Double(all))
      + term(kind - both, without * inside / Double(all))
      + term(all - holding - kind + both, without * outside / Double(all))
    return max(0, 2 * sum)
  }

  /// The chance of so large a G² if both were independent: χ² with one degree of freedom.
  public var chance: Double { erfc((logLikelihoodRatio / 2).squareRoot()) }
}

/// The Benjamini–Hochberg bound on the share of false discoveries.
public enum FalseDiscovery {
  /// The q-value of each test: the least bound under which it is a discovery. O(n log n).
  ///
  /// - Parameters:
  ///   - chances: p-values, in any order.
  ///   - tests: how many tests were made, if more than are listed.
  public static func qValues(_ chances: [Double], tests: Int? = nil) -> [Double] {
    let count = Double(max(tests ?? 0, chances.count))
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    var values = [Double](repeating: 1, count: chances.count)
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, chances[index] * count / Double(rank + 1))
      values[index] = least
    }
    return values
  }
}
