public import Automaton
import Pack
import TextNorm

/// Keywords with all that is needed to find them in UTF-8.
public struct KeywordSet {
  private enum Arrays {
    case walk(RestartWalkBuilder)
    case automaton(AutomatonBuilder)
  }

  private let codes: [UInt16]
  private let astral: [AstralCode]
  private let fold: FoldTable
  private let arrays: Arrays
  /// Number of different keywords, once folded.
  public let count: Int
  /// Codes of the longest keyword.
  public let longest: Int

  init(
    patterns: PatternList, codes: [UInt16], astral: [AstralCode], fold: FoldTable, alphabetSize: Int
  ) throws(AutomatonBuilder.Failure) {
    self.codes = codes
    self.astral = astral
    self.fold = fold
    count = patterns.count
    longest = patterns.longest
    arrays =
      longest <= RestartWalk.reach
      ? .walk(try RestartWalkBuilder(patterns: patterns, alphabetSize: alphabetSize))
      : .automaton(try AutomatonBuilder(patterns: patterns, alphabetSize: alphabetSize))
  }

  /// True if the keywords are short enough for the fast way.
  public var isWalk: Bool {
    if case .walk = arrays { true } else { false }
  }

  /// Bytes of all tables: fold, alphabet and matcher.
  public var byteCount: Int {
    let tables = codes.count * 2 + astral.count * MemoryLayout<AstralCode>.stride + fold.byteCount
    switch arrays {
    case .walk(let walk): return tables + walk.byteCount
    case .automaton(let automaton): return tables + automaton.byteCount
    }
  }

  /// Runs `body` with the alphabet and the matcher, valid only there.
  public func withScanner<Result>(
    _ body: (Alphabet, Matcher) throws -> Result
  ) rethrows -> Result {
    try codes.withTable { codes in
      try astral.withTable { astral in
        let alphabet = Alphabet(codes: codes, astral: astral, fold: fold)
        switch arrays {
        case .walk(let builder): return try builder.withWalk { try body(alphabet, .walk($0)) }
        case .automaton(let builder):
          return try builder.withAutomaton { try body(alphabet, .automaton($0)) }
        }
      }
    }
  }
}
