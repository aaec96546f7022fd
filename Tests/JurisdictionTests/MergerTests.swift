import Testing

@Suite("Merged and split townships")
struct MergerTests {
  /// One compiled county serves all cases: `expected | text`.
  private static let cases = """
    甲子镇;乙丑镇 | 丁卯乡有人打架
    甲子镇;乙丑镇 | 丁卯街上有人打架
    甲子镇/鱼山村 | 丁卯乡鱼山村有人打架
    乙丑镇/鸟山村 | 丁卯乡鸟山村有人打架
    乙丑镇 | 丁卯乡，就是现在乙丑镇这边，有人打架
    丙寅乡 | 戊辰镇有人打架
    丙寅乡/文溪村 | 戊辰镇文溪村有人打架
    丙寅乡/文溪村 | 文溪村有人打架
    乙丑镇/文溪社区 | 文溪社区有人打架
    乙丑镇;丙寅乡 | 文溪那边有人打架
    乙丑镇/文溪社区 | 乙丑文溪有人打架
    甲子镇;乙丑镇 | 兽山村有人打架
    甲子镇/兽山村 | 甲子镇兽山村有人打架
    outside | 己巳镇有人打架
    """

  @Test("old names, with and without a deciding village")
  func split() throws {
    var finder = PlaceFinder(try DemoCounty.split.router())
    for example in PlaceCase.all(Self.cases) {
      #expect(finder.describe(example.text) == example.expected, "\(example.text)")
    }
  }
}
