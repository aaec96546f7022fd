import Testing

@Suite("Mistakes in the gazetteer")
struct GazetteerSourceTests {
  @Test("sound tables raise nothing")
  func sound() throws {
    #expect(try DemoCounty.split.diagnostics() == [])
  }

  @Test("every mistake is reported at its line, with the mend")
  func broken() throws {
    let county = DemoCounty(
      townships: [
        "1 甲子镇 镇 current -", "2 甲子镇 镇 current -", "3 丙寅乡 镇 current -",
        "4 丁卯乡 乡 former -", "5 戊辰乡 乡 former 不存在镇", "6 己巳乡 乡 closed -",
      ],
      villages: [
        "11 鱼山村 鱼山村 甲子镇 current", "11 鱼山村 鱼山村 甲子镇 current",
        "12 鸟山村 鸟山村 没有镇 current", "13 兽山 兽山 甲子镇 current",
      ],
      landmarks: ["大桥 甲子镇 road perhaps", "老桥 没有镇 road sure"])
    let found = try county.diagnostics()
    let expected = [
      "townships.tsv:3 乡镇“甲子镇”已经有了", "townships.tsv:4 名称“丙寅乡”应以 kind“镇”结尾",
      "townships.tsv:5 已撤销的“丁卯乡”没有 successor", "townships.tsv:6 successor“不存在镇”",
      "townships.tsv:7 status 应为", "villages.tsv:3 “甲子镇”的“鱼山村”重复",
      "villages.tsv:4 不认识的乡镇“没有镇”", "villages.tsv:5 short“兽山”应以",
      "landmarks.tsv:2 certainty 应为", "landmarks.tsv:3 不认识的乡镇“没有镇”",
    ]
    for start in expected {
      #expect(found.contains { $0.hasPrefix(start) }, "\(start) in \(found)")
    }
    #expect(found.count == expected.count, "\(found)")
  }
}
