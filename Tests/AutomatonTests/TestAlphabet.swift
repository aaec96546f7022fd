import Automaton
import Pack
import Testing
import TextNorm
import TextNormICU

/// An alphabet of every character up to U+9FFF that folds to itself, with marks for punctuation and
/// spaces, and the slow way to encode with it.
enum TestAlphabet {
  private struct Tables {
    let codes: [UInt16]
    let astral: [AstralCode]
    let fold: FoldTable
  }

  private static let tables: Result<Tables, any Error> = Result {
    let fold = try FoldTable(
      copying: FoldComposer(equivalents: [], overlay: [("苎", "苎"), ("苧", "苧")]).compose())
    var letters = [UInt16](repeating: Alphabet.other, count: 0x10000)
    var next = Alphabet.firstLetter
    for scalar in 0x21..<0xA000 where fold.simpleFold(UInt32(scalar)) == UInt32(scalar) {
      letters[scalar] = next
      next += 1
    }
    for (marks, code) in [
      (",;:、", Alphabet.clauseBreak), ("。!?\n", Alphabet.sentenceBreak),
      (" \t\u{3000}", Alphabet.space), ("\r\u{FEFF}\u{200B}", Alphabet.ignored),
    ] {
      for scalar in marks.unicodeScalars { letters[Int(scalar.value)] = code }
    }
    let codes = (0..<UInt32(0x10000)).map { source in
      let folded = fold.simpleFold(source)
      if folded == UInt32(FoldTable.careMarker) { return Alphabet.careful }
      return folded < 0x10000 ? letters[Int(folded)] : Alphabet.other
    }
    return Tables(codes: codes, astral: [AstralCode(scalar: 0x20BB7, code: next)], fold: fold)
  }

  /// Expects the same of both ways, for full and for lean texts.
  static func check(_ bytes: [UInt8]) throws {
    try withAlphabet { alphabet in
      let expected = slowCodes(bytes, alphabet)
      let full = encoded(bytes, alphabet, lean: false)
      #expect(full == expected)
      let lean = encoded(bytes, alphabet, lean: true)
      #expect(lean.codes == expected.codes)
      #expect(lean.starts == expected.starts)
      #expect(lean.ends.isEmpty && lean.breaks.isEmpty)
    }
  }

  static func agrees(_ bytes: [UInt8]) throws -> Bool {
    try withAlphabet { alphabet in
      let expected = slowCodes(bytes, alphabet)
      let lean = encoded(bytes, alphabet, lean: true)
      return encoded(bytes, alphabet, lean: false) == expected
        && lean.codes == expected.codes && lean.starts == expected.starts
    }
  }

  private static func withAlphabet<Result>(_ body: (Alphabet) throws -> Result) throws -> Result {
    let tables = try tables.get()
    return try tables.codes.withTable { codes in
      try tables.astral.withTable { astral in
        try body(Alphabet(codes: codes, astral: astral, fold: tables.fold))
      }
    }
  }

  private static func encoded(_ bytes: [UInt8], _ alphabet: Alphabet, lean: Bool) -> CodeText {
    var text = FoldedText(lean: lean)
    // Twice: a text is reused.
    for _ in 0..<2 {
      unsafe bytes.withUnsafeBytes { unsafe alphabet.encode($0, into: &text) }
    }
    return CodeText(
      codes: text.codes.indices.map { text.codes[$0] },
      starts: text.starts.indices.map { text.starts[$0] },
      ends: text.ends.indices.map { text.ends[$0] },
      breaks: text.breaks.indices.map {
        CodeText.Break(text.breaks[$0].position, text.breaks[$0].strength)
      })
  }
}

/// What a `FoldedText` says, to be compared.
struct CodeText: Equatable {
  struct Break: Equatable {
    var position: UInt32
    var strength: TextBreak.Strength

    init(_ position: UInt32, _ strength: TextBreak.Strength) {
      self.position = position
      self.strength = strength
    }
  }

  var codes: [UInt16] = []
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  var breaks: [Break] = []
}

/// The slow way: one character at a time, and a segment wherever a character isn't one to one.
func slowCodes(_ bytes: [UInt8], _ alphabet: Alphabet) -> CodeText {
  var text = CodeText()
  func add(_ folded: UInt32, _ start: Int, _ end: Int) {
    let code = alphabet.code(ofFolded: folded)
    if code == Alphabet.ignored { return }
    if code != Alphabet.space {
      text.codes.append(code)
      text.starts.append(UInt32(start))
      text.ends.append(UInt32(end))
    }
    let position = UInt32(text.codes.count)
    switch code {
    case Alphabet.clauseBreak, Alphabet.space: text.breaks.append(.init(position, .clause))
    case Alphabet.sentenceBreak: text.breaks.append(.init(position, .sentence))
    default: break
    }
  }

  unsafe bytes.withUnsafeBytes { utf8 in
    var index = 0
    /// Where the last character begins if it left one code, which a mark may change.
    var previous: Int? = nil
    while index < utf8.count {
      let (scalar, length) = unsafe MinimalUTF8.decode(utf8, at: index)
      let folded = alphabet.fold.simpleFold(scalar)
      if folded != UInt32(FoldTable.careMarker) {
        let count = text.codes.count
        add(folded, index, index + length)
        previous = text.codes.count > count ? index : nil
        index += length
        continue
      }
      var start = index
      if let before = previous, alphabet.fold.isFollower(scalar) {
        start = before
        text.codes.removeLast()
        text.starts.removeLast()
        text.ends.removeLast()
        let count = text.codes.count
        text.breaks.removeAll { Int($0.position) > count }
      }
      let (scalars, end) = unsafe alphabet.fold.segment(utf8: utf8, from: start)
      for scalar in scalars { add(scalar, start, end) }
      previous = nil
      index = end
    }
  }
  return text
}
