import Automaton
import Jurisdiction
import Pack
import TextNorm

/// The names as the scanner sees them.
struct NationPatterns {
  let alphabet: AlphabetCompiler
  private(set) var codes = PatternList()
  /// For each name its pattern; nil if it can't be found in a text.
  private var patternOf: [Int?] = []

  init(_ names: NationNames, fold: FoldTable, into diagnostics: inout Diagnostics) {
    let folded = names.texts.map { fold.foldedString($0) }
    alphabet = AlphabetCompiler(folded: folded, always: [], fold: fold)
    var indexOf = [TextKey: Int](minimumCapacity: folded.count)
    patternOf.reserveCapacity(folded.count)
    for (name, text) in folded.enumerated() {
      if let known = indexOf[TextKey(text)] {
        patternOf.append(known)
        continue
      }
      let codes = alphabet.encode(text)
      // White space has a mark in place of a code.
      guard codes.allSatisfy({ $0 >= Alphabet.firstLetter && $0 < alphabet.size }) else {
        diagnostics.warning(names.rows[name], "“\(names.texts[name])”含有标点，在来电里找不到它")
        patternOf.append(nil)
        continue
      }
      indexOf[TextKey(text)] = self.codes.count
      patternOf.append(self.codes.count)
      self.codes.append(codes)
    }
  }

  /// Writes which places have each name.
  func compile(_ names: NationNames, into writer: inout ImageWriter) {
    let (ranks, ends) = names.ranks(patterns: patternOf, count: codes.count)
    var entries: [UInt32] = []
    var lists: [UInt8] = []
    entries.reserveCapacity(codes.count)
    var start = 0
    for end in ends {
      var own: [UInt32] = []
      // A place may have two names that fold to one.
      for rank in ranks[start..<end] where own.last != rank { own.append(rank) }
      entries.append(RankLists.encode(own, into: &lists))
      start = end
    }
    writer.add(.nationNames, entries)
    writer.add(.nationLists, lists)
  }
}
