import CTextNorm
import Testing
import TextNorm

@Suite("Known cases") struct KnownCasesTests {
  let table: FoldTable

  init() throws { table = try Composed.table() }

  @Test(
    "one line of text folds to another",
    arguments: [
      ("葛城街道南大街路灯坏了几天了", "葛城街道南大街路灯坏了几天了"),
      ("煤氣洩漏，請派員處理！", "煤气泄漏,请派员处理!"),
      ("ＷＩＦＩ　１１０", "wifi 110"),
      ("35㎡、30℃、①②", "35m2、30°c、12"),
      ("我……在", "我......在"),
      ("ﬁre STRASSE straße", "fire strasse strasse"),
      ("cafe\u{301} CAFÉ café", "café café café"),
      ("q\u{323}\u{307} q\u{307}\u{323}", "q\u{323}\u{307} q\u{323}\u{307}"),
      ("가각 \u{1100}\u{1161}\u{11A8} \u{AC00}\u{11A8}", "가각 각 각"),
      ("ｶﾞｽ か\u{3099}", "ガス が"),
      ("葛\u{E0100}城\u{FE00}", "葛城"),
      ("\u{FEFF}救\u{200B}命\u{AD}", "救命"),
      ("⼈⺠⻔⻋", "人民门车"),
      ("「火」『警』“急”", "「火」『警』“急”"),
      ("嶽鄕淸靑吿汚戸劒", "岳乡清青告污户剑"),
      ("苎麻 苧麻 薴", "苎麻 苧麻 苧"),
      ("幺妹 蒜薹", "幺妹 蒜薹"),
      ("寧南 甯南", "宁南 宁南"),
      ("綎熰", "𬘩𬉼"),
      ("", ""),
    ])
  func folds(_ source: String, _ folded: String) {
    #expect(Array(table.foldedString(source).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test("corner brackets aren't quotation marks, though ICU's Hant-Hans makes them so")
  func brackets() throws {
    let reference = try ReferenceFold()
    #expect(text(reference.simplified(values("「」"))) == "“”")
    for c in "「」『』﹁﹂﹃﹄｢｣".unicodeScalars {
      #expect(Array(table.foldedScalar(c)) == reference.casefold([c.value]))
    }
  }

  @Test("spans: one scalar, a whole segment, nothing")
  func spans() {
    #expect(table.fold("灯") == [FoldedScalar(scalar: 0x706F, start: 0, end: 3)])
    #expect(
      table.fold("aé\u{323}b").map { [$0.start, $0.end] } == [[0, 1], [1, 5], [1, 5], [5, 6]])
    #expect(table.fold("x㎡").map { [$0.start, $0.end] } == [[0, 1], [1, 4], [1, 4]])
    #expect(table.fold("\u{FEFF}a").map { [$0.start, $0.end] } == [[3, 4]])
    #expect(table.fold("a\u{200B}b").map { [$0.start, $0.end] } == [[0, 4], [4, 5]])
    #expect(table.fold("\u{FEFF}").isEmpty)
  }

  @Test("the longest fold: U+FDFA to 18 scalars")
  func longest() {
    #expect(table.foldedScalar("\u{FDFA}").count == 18)
    #expect(table.foldedScalar("\u{200B}").isEmpty)
  }

  @Test("phrases that ICU converts otherwise than their characters fold as their characters do")
  func phrases() throws {
    let reference = try ReferenceFold()
    let phrases = try rows(phrasesPath, columns: 3)
    for row in phrases {
      #expect(table.foldedString(row[0]) == table.foldedString(row[2]), "\(row)")
      let characters = values(row[0]).flatMap { Array(table.foldedScalar(Unicode.Scalar($0)!)) }
      #expect(values(table.foldedString(row[0])) == characters, "\(row)")
      if ctn_icu_version() >> 16 == 72 {
        #expect(text(reference.simplified(values(row[0]))) == row[1], "\(row)")
        #expect(text(values(row[0]).flatMap { reference.simplified([$0]) }) == row[2], "\(row)")
      }
    }
    #expect(phrases.count == 169)
  }
}
