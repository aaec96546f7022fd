/// Compiles patterns into the arrays of whichever `Matcher` suits them.
public enum MatcherBuilder: Sendable {
  case pairs(PairTableBuilder)
  case walk(RestartWalkBuilder)
  case automaton(AutomatonBuilder)

  /// - Parameters:
  ///   - patterns: distinct, non-empty, of letters of the alphabet only.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  /// - Throws: as `AutomatonBuilder`.
  public init(patterns: PatternList, alphabetSize: Int) throws(AutomatonBuilder.Failure) {
    if PairTableBuilder.suits(patterns) {
      self = .pairs(try PairTableBuilder(patterns: patterns, alphabetSize: alphabetSize))
    } else if patterns.longest <= RestartWalk.reach {
      self = .walk(try RestartWalkBuilder(patterns: patterns, alphabetSize: alphabetSize))
    } else {
      self = .automaton(try AutomatonBuilder(patterns: patterns, alphabetSize: alphabetSize))
    }
  }

  /// Runs `body` with the matcher as built, before it is written to a pack. O(1).
  public func withMatcher<Result>(_ body: (Matcher) throws -> Result) rethrows -> Result {
    switch self {
    case .pairs(let builder): try builder.withPairs { try body(.pairs($0)) }
    case .walk(let builder): try builder.withWalk { try body(.walk($0)) }
    case .automaton(let builder): try builder.withAutomaton { try body(.automaton($0)) }
    }
  }
}
