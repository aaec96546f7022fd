import Automaton
import TestSupport
import Testing
import TextNorm
import TextNormICU

/// The fast loops of `Alphabet.encode` against the careful path alone.
@Suite struct EncoderTests {
  static let texts: [(name: String, text: String)] = [
    ("empty", ""), ("one character", "火"), ("two", "着火"), ("three", "着火了"),
    ("the last pair has no eight bytes", "着火了吗"), ("ASCII", "abc 123"),
    ("capitals and full width fold", "ＡBＣａ１"),
    ("traditional", "煤氣洩漏，請派員處理。"),
    ("clauses and sentences", "路灯坏了，三天了。谁管？请来！"),
    ("spaces leave no code", "路灯 坏了\t三天\u{3000}了"),
    ("ignored characters", "路\u{200B}灯\r\n坏\u{FEFF}了"),
    ("marks join what is before them", "cafe\u{301} 路e\u{301}灯か\u{3099}"),
    ("a mark behind a pair", "路灯\u{301}坏了"),
    ("a mark at the start", "\u{301}路灯"), ("a mark behind a break", "，\u{301}路灯"),
    ("expansions", "路…灯㎡坏℃了ﷺ三㍿天"), ("nothing but expansions", "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ"),
    ("beyond the BMP", "路🚒灯𠮷坏👩‍🚒了"), ("two bytes", "Ünïcödé路дом灯"),
    ("Hangul", "각가힣"),
  ]

  @Test(arguments: texts) func runsAreEncodedAsCharactersAre(name: String, text: String) throws {
    try TestAlphabet.check(Array(text.utf8))
  }

  static let malformed: [(name: String, bytes: [UInt8])] = [
    ("surrogates", [0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xE7, 0x81, 0xAB]),
    ("overlong, first of a pair", [0xE0, 0x80, 0xAF, 0xE7, 0x81, 0xAB, 0x41, 0x42]),
    ("overlong, second of a pair", [0xE7, 0x81, 0xAB, 0xE0, 0x9F, 0xBF, 0x41, 0x42]),
    ("the least of three bytes", [0xE0, 0xA0, 0x80, 0xE0, 0xA0, 0x80, 0x41, 0x42]),
    ("cut short", [0xE7, 0x81, 0xAB, 0xE7, 0x81]),
    ("a stray trail byte", [0x81, 0xE7, 0x81, 0xAB]),
    ("a lead byte for a trail byte", [0xE7, 0x81, 0xAB, 0xE7, 0xE7, 0x81, 0xAB, 0x41]),
  ]

  @Test(arguments: malformed)
  func malformedBytesAreEncodedAsCharactersAre(name: String, bytes: [UInt8]) throws {
    try TestAlphabet.check(bytes)
  }

  /// 40,000 texts of fragments of the tables above, and one in four with a damaged byte.
  @Test func randomTextsAreEncodedAsCharactersAre() throws {
    var random = SeededGenerator(seed: 8)
    let scalars = Self.texts.flatMap { Array($0.text.unicodeScalars) }
    let han = Array("路灯坏了三天煤气泄漏着火人员受伤".unicodeScalars)
    for round in 0..<40_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Bool.random(using: &random) {
          for _ in 0..<Int.random(in: 1...7, using: &random) {
            view.append(han.randomElement(using: &random)!)
          }
        } else {
          view.append(scalars.randomElement(using: &random)!)
        }
      }
      var bytes = Array(String(view).utf8)
      if round % 4 == 0, !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      guard try TestAlphabet.agrees(bytes) else {
        Issue.record("round \(round): \(String(decoding: bytes, as: UTF8.self)), \(bytes)")
        return
      }
    }
  }

  /// Every character of the BMP, as the first and as the second of a pair.
  @Test func everyCharacterIsEncodedAsBefore() throws {
    let wrong = try (UInt32(0)..<0x10000).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      let character = Array(String(Character(scalar)).utf8)
      let han = Array("火".utf8)
      return try !TestAlphabet.agrees(han + character + han + han + character + character + han)
    }
    #expect(wrong.isEmpty)
  }
}
