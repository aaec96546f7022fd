import Automaton
import Pack
import PackBuilder

/// One measurement of fold + scan.
struct ScanRun {
  let figures: ScanFigures

  /// - Throws: `SourceErrors` for mistakes in the normalization tables, `AutomatonBuilder.Failure`
  ///   for more keywords than the format can hold.
  init(keywords: [[UInt8]], docs: [[UInt8]], lexicons: String, rounds: Int) throws {
    let clock = ProcessorClock()
    // The fold is the same for all keywords and is not counted.
    let compiler = try KeywordCompiler(SourceFolder(lexicons))
    let begin = clock.now
    let set = try compiler.compile(keywords)
    let build = clock.now - begin

    let characters = docs.reduce(0) { $0 + Self.characters($1) }
    var matches = 0
    var fold = Duration.seconds(1 << 30)
    var foldLean = fold
    var both = fold
    set.withScanner { alphabet, matcher in
      var full = FoldedText()
      var lean = FoldedText(lean: true)
      var hits = Buffer<Hit>()
      // In turn, so that a noisy moment of the machine spoils a round of each alike.
      for _ in 0..<rounds {
        fold = min(fold, clock.measure { for doc in docs { alphabet.encode(doc, into: &full) } })
        foldLean = min(
          foldLean, clock.measure { for doc in docs { alphabet.encode(doc, into: &lean) } })
        matches = 0
        let took = clock.measure {
          for doc in docs {
            alphabet.encode(doc, into: &lean)
            hits.removeAll()
            matcher.scan(lean.codes.table, into: &hits)
            matches += hits.count
          }
        }
        both = min(both, took)
      }
    }
    let each = { (duration: Duration) in
      characters == 0 ? 0 : duration / .nanoseconds(1) / Double(characters)
    }
    figures = ScanFigures(
      nanosecondsPerCharacter: each(both), matches: matches,
      buildMilliseconds: build / .milliseconds(1),
      imageBytes: set.byteCount, foldNanosecondsPerCharacter: each(fold),
      leanFoldNanosecondsPerCharacter: each(foldLean), keywords: set.count, longest: set.longest,
      engine: set.isWalk ? "restart-walk" : "aho-corasick", docs: docs.count,
      characters: characters)
  }

  static func characters(_ doc: [UInt8]) -> Int {
    doc.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}

extension Alphabet {
  fileprivate func encode(_ doc: [UInt8], into text: inout FoldedText) {
    unsafe doc.withUnsafeBytes { unsafe encode($0, into: &text) }
  }
}
