import Automaton
import TextNorm

/// Gives each folded character that occurs in a pattern a dense code, commonest first, and
/// composes the fold with it into one table.
struct AlphabetCompiler {
  /// Folded code point of the BMP → code or mark.
  private let codeOfFolded: [UInt16]
  private let astralCodes: [UInt32: UInt16]
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
    let letters = Self.letters(of: folded, always: always)
    var codeOfFolded = [UInt16](repeating: Alphabet.other, count: 0x10000)
    var astralCodes: [UInt32: UInt16] = [:]
    for (index, scalar) in letters.enumerated() {
      let code = Alphabet.firstLetter + UInt16(index)
      if scalar < 0x10000 {
        codeOfFolded[Int(scalar)] = code
      } else {
        astralCodes[scalar] = code
      }
    }
    for (characters, code) in [
      (Self.clauseBreaks, Alphabet.clauseBreak), (Self.sentenceBreaks, Alphabet.sentenceBreak),
      (Self.spaces, Alphabet.space), (Self.ignored, Alphabet.ignored),
    ] {
      for scalar in characters.unicodeScalars { codeOfFolded[Int(scalar.value)] = code }
    }
    self.codeOfFolded = codeOfFolded
    self.astralCodes = astralCodes
    self.letters = letters
    size = Int(Alphabet.firstLetter) + letters.count

    codes = (0..<UInt32(0x10000)).map { source in
      let folded = fold.simpleFold(source)
      if folded == UInt32(FoldTable.careMarker) { return Alphabet.careful }
      return folded < 0x10000
        ? codeOfFolded[Int(folded)] : astralCodes[folded] ?? Alphabet.other
    }
    astral = astralCodes.map { AstralCode(scalar: $0.key, code: $0.value) }
      .sorted { $0.scalar < $1.scalar }
  }

  /// The characters of all patterns that are no punctuation, commonest first.
  private static func letters(of folded: [String], always: [Unicode.Scalar]) -> [UInt32] {
    var counts = [Int](repeating: 0, count: 0x10000)
    var astral: [UInt32: Int] = [:]
    func count(_ scalar: Unicode.Scalar) {
      if scalar.value < 0x10000 {
        counts[Int(scalar.value)] += 1
      } else {
        astral[scalar.value, default: 0] += 1
      }
    }
    always.forEach(count)
    for pattern in folded { pattern.unicodeScalars.forEach(count) }
    var letters = counts.indices.filter { counts[$0] > 0 }
      .map { (count: counts[$0], scalar: UInt32($0)) }
    letters += astral.map { (count: $0.value, scalar: $0.key) }
    return letters.filter { !isBreak(Unicode.Scalar($0.scalar)!) }
      .sorted { (-$0.count, $0.scalar) < (-$1.count, $1.scalar) }.map(\.scalar)
  }

  /// The codes of a folded pattern.
  func encode(_ folded: String) -> [UInt16] {
    folded.unicodeScalars.map {
      $0.value < 0x10000
        ? codeOfFolded[Int($0.value)] : astralCodes[$0.value] ?? Alphabet.other
    }
  }

  /// True for punctuation that ends a clause or sentence.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    // Han hold none.
    !(0x3400..<0xA000).contains(scalar.value) && breaks.contains(scalar)
  }

  private static let breaks = Set((clauseBreaks + sentenceBreaks).unicodeScalars)

  // After folding: full-width forms have become ASCII.
  private static let clauseBreaks = ",;:、—()[]{}《》〈〉【】〔〕「」『』“”‘’\"|/~"
  private static let sentenceBreaks = "。!?\n｡"
  private static let spaces = " \t\u{3000}"
  private static let ignored = "\r\u{FEFF}\u{200B}"
}
