/// What a benchmark offers to the router: a file of `benchmarks/scenarios`.
package struct Scenario: Sendable, Equatable {
  /// How calls come in.
  package enum Load: String, Sendable, CaseIterable {
    /// One after another, as fast as they are answered.
    case full
    /// At random, `rate` a second on average.
    case poisson
    /// The same, `burstFactor` times as many from `burstFrom` on for `burstSeconds`.
    case burst
    /// Odd texts one after another; what counts is the cost of a character.
    case hostile
  }

  package enum Packs: String, Sendable, CaseIterable {
    /// The pack asked for.
    case one
    /// All packs of the lexicons, which read each call once and decide it each.
    case all
  }

  package let name: String
  package var summary = ""
  package var load = Load.full
  package var packs = Packs.one
  /// Calls a second, of all threads together.
  package var rate = 0.0
  package var seconds = 0.0
  package var burstFactor = 1.0
  package var burstFrom = 0.0
  package var burstSeconds = 0.0
  /// Calls of a full-speed run.
  package var calls = 0
  /// Part of the calls that is run unless another is asked for; the rest is extrapolated.
  package var sample = 1.0
  /// Calls each thread routes before anything is measured.
  package var warmUp = 20_000

  package init(name: String) { self.name = name }
}
