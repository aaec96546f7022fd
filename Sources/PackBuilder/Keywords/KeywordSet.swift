public import Automaton
import Pack
import TextNorm

/// Keywords with all that is needed to find them in UTF-8.
public struct KeywordSet {
  private let codes: [UInt16]
  private let astral: [AstralCode]
  private let fold: FoldTable
  private let matcher: MatcherBuilder
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
    matcher = try MatcherBuilder(patterns: patterns, alphabetSize: alphabetSize)
  }

  /// True if the keywords are short enough for the fast way.
  public var isWalk: Bool {
    if case .automaton = matcher { false } else { true }
  }

  /// Bytes of all tables: fold, alphabet and matcher.
  public var byteCount: Int {
    let tables = codes.count * 2 + astral.count * MemoryLayout<AstralCode>.stride + fold.byteCount
    switch matcher {
    case .pairs(let pairs): return tables + pairs.byteCount
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
        return try matcher.withMatcher { try body(alphabet, $0) }
      }
    }
  }
}
