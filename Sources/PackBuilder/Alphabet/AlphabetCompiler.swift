import Automaton
import TextNorm

/// Gives each folded character that occurs in a pattern a dense code, commonest first, and
/// composes the fold with it into one table.
struct AlphabetCompiler {
  private let codeOfFolded: [UInt32: UInt16]
  /// One more than the greatest code.
  let size: Int
  /// Source code point of the BMP → code or mark.
  let codes: [UInt16]
  let astral: [AstralCode]
  /// The folded characters in the order of their codes, from `Alphabet.firstLetter` on.
  let letters: [UInt32]

  /// - Parameters:
  ///   - folded: all patterns, folded, without spaces.
  ///   - always: characters that have a code even if no pattern holds them (numerals,
  ///     characters that speech recognition may write for those of a name).
  init(folded: [String], always: [Unicode.Scalar], fold: FoldTable) {
    var counts: [UInt32: Int] = [:]
    for scalar in always { counts[scalar.value, default: 0] += 1 }
    for pattern in folded {
      for scalar in pattern.unicodeScalars { counts[scalar.value, default: 0] += 1 }
    }
    let letters = counts.keys.filter { !Self.isBreak(Unicode.Scalar($0)!) }
      .sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
    var codeOfFolded: [UInt32: UInt16] = [:]
    for (index, scalar) in letters.enumerated() {
      codeOfFolded[scalar] = Alphabet.firstLetter + UInt16(index)
    }
    for scalar in Self.clauseBreaks.unicodeScalars {
      codeOfFolded[scalar.value] = Alphabet.clauseBreak
    }
    for scalar in Self.sentenceBreaks.unicodeScalars {
      codeOfFolded[scalar.value] = Alphabet.sentenceBreak
    }
    for scalar in Self.spaces.unicodeScalars { codeOfFolded[scalar.value] = Alphabet.space }
    for scalar in Self.ignored.unicodeScalars { codeOfFolded[scalar.value] = Alphabet.ignored }
    self.codeOfFolded = codeOfFolded
    self.letters = letters
    size = Int(Alphabet.firstLetter) + letters.count

    codes = (0..<UInt32(0x10000)).map { source in
      let folded = fold.simpleFold(source)
      if folded == UInt32(FoldTable.careMarker) { return Alphabet.careful }
      return codeOfFolded[folded] ?? Alphabet.other
    }
    astral = codeOfFolded.filter { $0.key > 0xFFFF }
      .map { AstralCode(scalar: $0.key, code: $0.value) }
      .sorted { $0.scalar < $1.scalar }
  }

  /// The codes of a folded pattern.
  func encode(_ folded: String) -> [UInt16] {
    folded.unicodeScalars.map { codeOfFolded[$0.value] ?? Alphabet.other }
  }

  /// True for punctuation that ends a clause or sentence.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    breaks.contains(scalar)
  }

  private static let breaks = Set((clauseBreaks + sentenceBreaks).unicodeScalars)

  // After folding: full-width forms have become ASCII.
  private static let clauseBreaks = ",;:、—()[]{}《》〈〉【】〔〕「」『』“”‘’\"|/~"
  private static let sentenceBreaks = "。!?\n｡"
  private static let spaces = " \t\u{3000}"
  private static let ignored = "\r\u{FEFF}\u{200B}"
}
