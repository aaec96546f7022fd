public import Automaton
import Pack
import TextNorm

/// Compiles a plain list of keywords: fold, dense alphabet and matcher, without the rest of a pack.
public struct KeywordCompiler: Sendable {
  private let fold: FoldTable

  /// Reads the normalization tables and composes the fold from ICU.
  ///
  /// - Throws: `SourceErrors` if the normalization tables hold mistakes.
  public init(_ folder: SourceFolder) throws {
    var diagnostics = Diagnostics()
    let image = FoldSource(folder, into: &diagnostics).compose(into: &diagnostics)
    guard !diagnostics.hasErrors else { throw SourceErrors(diagnostics.sorted) }
    fold = try FoldTable(copying: image)
  }

  /// Keywords that fold to the same count once; those of which nothing is left (white space) are left
  /// out. Punctuation that a keyword holds is a character like others. O(total length + n log n).
  ///
  /// - Throws: `AutomatonBuilder.Failure.tooManyStates`.
  public func compile(_ keywords: [[UInt8]]) throws(AutomatonBuilder.Failure) -> KeywordSet {
    var folded = FoldedKeywords()
    for keyword in keywords {
      unsafe keyword.withUnsafeBytes { unsafe fold.fold(utf8: $0, into: &folded) }
      folded.endKeyword()
    }
    let marks = AlphabetCompiler(folded: [], always: [], fold: fold).codes
    let letters = folded.letters { !Self.leavesNoCode($0, marks) }
    var codeOfFolded = [UInt16](repeating: Alphabet.other, count: 0x11_0000)
    for (index, letter) in letters.enumerated() {
      codeOfFolded[Int(letter)] = Alphabet.firstLetter + UInt16(index)
    }
    let codes = marks.indices.map { source in
      let folded = fold.simpleFold(UInt32(source))
      if marks[source] == Alphabet.careful { return Alphabet.careful }
      let letter = codeOfFolded[Int(folded)]
      return letter == Alphabet.other ? marks[source] : letter
    }
    let astral = letters.filter { $0 >= 0x10000 }.sorted()
      .map { AstralCode(scalar: $0, code: codeOfFolded[Int($0)]) }
    let patterns = folded.patterns(codeOfFolded).withoutRepeats()
    return try KeywordSet(
      patterns: patterns, codes: codes, astral: astral, fold: fold,
      alphabetSize: Int(Alphabet.firstLetter) + letters.count)
  }

  /// True for what an alphabet drops, in keywords as in texts.
  private static func leavesNoCode(_ scalar: UInt32, _ marks: [UInt16]) -> Bool {
    guard scalar < 0x10000 else { return false }
    return marks[Int(scalar)] == Alphabet.space || marks[Int(scalar)] == Alphabet.ignored
  }
}

/// Folded keywords one behind the other.
private struct FoldedKeywords: FoldSink {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []

  mutating func emit(_ scalar: UInt32, start: UInt32, end: UInt32) { scalars.append(scalar) }

  mutating func endKeyword() { ends.append(scalars.count) }

  /// The scalars that pass, commonest first.
  func letters(where passes: (UInt32) -> Bool) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 0x11_0000)
    for scalar in scalars { counts[Int(scalar)] += 1 }
    return counts.indices.filter { counts[$0] > 0 && passes(UInt32($0)) }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.map { UInt32($0) }
  }

  /// The keywords in codes, without what has none.
  func patterns(_ codes: [UInt16]) -> PatternList {
    var list = PatternList()
    var start = 0
    for end in ends {
      let word = scalars[start..<end].map { codes[Int($0)] }.filter { $0 != Alphabet.other }
      if !word.isEmpty { list.append(word) }
      start = end
    }
    return list
  }
}
