import Foundation
import PackBuilder
import TestSupport
import Testing

@Suite struct BrokenLexiconTests {
  private static let terms = "base/terms/theft.tsv"

  /// Without readings names are found as written only; nothing else depends on them.
  @Test func withoutReadingsThePackIsWhole() throws {
    let copy = try LexiconCopy()
    try Data("character\treading\tcommon\n".utf8)
      .write(to: URL(fileURLWithPath: "\(copy.path)/base/gazetteer/readings.tsv"))
    #expect(try !copy.diagnostics().contains { $0.severity == .error })
  }

  /// Each mistake is reported with its file and line, and all of them in one run.
  @Test func everyMistakeIsReportedAtOnce() throws {
    let copy = try LexiconCopy()
    let line = try copy.lineCount(Self.terms)
    try copy.append("甲乙丙丁戊\ttheft\t2", to: Self.terms)
    try copy.append("甲乙丙丁己\tthefft\t2\tspoken\t", to: Self.terms)
    try copy.append("甲乙丙丁庚\ttheft\t2\tspoken\t", to: Self.terms)
    try copy.append("甲乙丙丁庚\ttheft\t3\tspoken\t", to: Self.terms)
    try copy.append("甲乙丙丁辛\ttheft\t很重\tspoken\t", to: Self.terms)
    try copy.append("甲乙丙丁壬\ttheft\t2\tspoke\t", to: Self.terms)
    try copy.append(Array("甲乙\0丙丁癸\ttheft\t2\tspoken\t\n".utf8), to: Self.terms)
    try copy.append([0xE7, 0x94] + Array("\ttheft\t2\tspoken\t\n".utf8), to: Self.terms)
    try copy.append("theft\t\tno-such-unit\tlead\t主办\tS4-06\t", to: "chengkou/duties.tsv")
    try copy.append("theft\t\tpolice\tlead\t主办\tS9-99\t", to: "chengkou/duties.tsv")
    try copy.append(
      "lead\t办结\t两天\tworking\t接报\t\t\tS4-43\t", to: "chengkou/obligations.tsv")
    let readings = try copy.lineCount("base/gazetteer/readings.tsv")
    try copy.append("好的\thaode\t", to: "base/gazetteer/readings.tsv")
    try copy.append("好\thǎo\t", to: "base/gazetteer/readings.tsv")
    let arbiters = try copy.lineCount("chengkou/arbiters.tsv")
    for row in [
      "3\tlabour\t指定\tS4-41\t", "4\tno-such-unit\t指定\tS4-41\t", "5\tpolice\t指定\tS9-98\t",
      "6\thealth\t\t\t",
    ] {
      try copy.append(row, to: "chengkou/arbiters.tsv")
    }

    let found = try copy.diagnostics()
    func expect(_ file: String, _ line: Int, _ part: String) {
      #expect(
        found.contains { $0.file.hasSuffix(file) && $0.line == line && $0.message.contains(part) },
        "\(file):\(line): \(part)")
    }
    expect(Self.terms, line + 1, "有 3 列，应为 5 列")
    expect(Self.terms, line + 2, "不认识的类别“thefft”；是不是“theft”")
    expect(Self.terms, line + 4, "重复")
    expect(Self.terms, line + 5, "weight 应为")
    expect(Self.terms, line + 6, "不认识的词类“spoke”")
    expect(Self.terms, line + 7, "NUL")
    expect(Self.terms, line + 8, "不是 UTF-8")
    let duties = try copy.lineCount("chengkou/duties.tsv")
    expect("chengkou/duties.tsv", duties - 1, "不认识的单位“no-such-unit”")
    expect("chengkou/duties.tsv", duties, "规则“S9-99”")
    expect("chengkou/duties.tsv", duties, "没有引用方案的规则")
    expect(
      "chengkou/obligations.tsv", try copy.lineCount("chengkou/obligations.tsv"), "ISO 8601")
    expect("base/gazetteer/readings.tsv", readings + 1, "character 应为一个字")
    expect("base/gazetteer/readings.tsv", readings + 2, "reading 应为小写拼音")
    expect("chengkou/arbiters.tsv", arbiters + 1, "order 应为比上一行大的正整数，不是“3”")
    expect("chengkou/arbiters.tsv", arbiters + 2, "不认识的单位“no-such-unit”")
    expect("chengkou/arbiters.tsv", arbiters + 3, "规则“S9-98”")
    expect("chengkou/arbiters.tsv", arbiters + 3, "单位“police”已有一行")
    expect("chengkou/arbiters.tsv", arbiters + 4, "没有写怎么裁定")
    expect("chengkou/arbiters.tsv", arbiters + 4, "裁定没有引用方案的规则")
    let errors = found.filter { $0.severity == .error }
    #expect(errors.count == 19, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  /// The calendar holds only days that differ from the weekly rule, in years it covers.
  @Test(arguments: [
    ("2026\tyear\t", "2026 年已在第"), ("明年\tyear\t", "date 应写年份"),
    ("2027-10-01\tholiday\t", "没有 year 行"), ("2026-10-03\tholiday\t", "本来就休息"),
    ("2026-11-23\tworkday\t", "本来就上班"), ("2026-10-01\tholiday\t", "出现两次"),
    ("2026-02-30\tholiday\t", "日期应写作"), ("2026-11-23\toff\t", "kind 应为"),
  ])
  func calendarMistakes(row: String, part: String) throws {
    let copy = try LexiconCopy()
    let file = "base/calendar.tsv"
    try copy.append(row, to: file)
    let line = try copy.lineCount(file)
    let errors = try copy.diagnostics().filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.file.hasSuffix(file) && $0.line == line })
    #expect(errors.first?.message.contains(part) == true)
  }

  @Test func spreadsheetsMayAddMarksAndLineEnds() throws {
    let copy = try LexiconCopy()
    try copy.rewrite(Self.terms) { "\u{FEFF}" + $0.replacingOccurrences(of: "\n", with: "\r\n") }
    #expect(try copy.diagnostics().filter { $0.severity == .error }.isEmpty)
    #expect(
      try PackCompiler(SourceFolder(copy.path)).compile("chengkou").image
        == TestPack.image("chengkou"))
  }

  @Test func aMissingTableIsNamed() throws {
    let copy = try LexiconCopy()
    try FileManager.default.removeItem(atPath: copy.path + "/chengkou/units.tsv")
    try FileManager.default.removeItem(atPath: copy.path + "/base/cues.tsv")
    let found = try copy.diagnostics()
    for file in ["chengkou/units.tsv", "base/cues.tsv"] {
      #expect(found.contains { $0.file.hasSuffix(file) && $0.message.contains("找不到") }, "\(file)")
    }
  }

  @Test func aHeaderWithoutAColumnIsNamed() throws {
    let copy = try LexiconCopy()
    try copy.rewrite("base/cues.tsv") {
      $0.replacingOccurrences(of: "\treach\t", with: "\treech\t")
    }
    let found = try copy.diagnostics()
    #expect(found.contains { $0.message.contains("缺少列“reach”") })
    #expect(found.contains { $0.message.contains("不认识的列“reech”") })
  }

  @Test func compilingIsDeterministic() throws {
    #expect(try TestPack.image("chengkou") == TestPack.image("chengkou"))
  }

  /// The order in which the files of a folder are listed leaves no trace in a pack.
  @Test(arguments: [1, 2] as [UInt64])
  func theOrderOfFilesSaysNothing(seed: UInt64) throws {
    let shuffled = SourceFolder(TestPack.folder.root) { names in
      var generator = SeededGenerator(seed: seed)
      return names.sorted().shuffled(using: &generator)
    }
    let folder = "base/terms"
    #expect(shuffled.tables(in: folder) != TestPack.folder.tables(in: folder))
    #expect(try PackCompiler(shuffled).compile("ningnan").image == TestPack.image("ningnan"))
  }

  /// Mistakes that keep a pack from being compiled, and how they are named.
  @Test(arguments: [
    ("base/terms/theft.tsv", ["甲乙丙丁庚\ttheft\t2\tspoken\t", "甲乙丙丁庚\ttheft\t-1\tspoken\t"], "一正一负"),
    ("base/terms/theft.tsv", ["甲乙丙丁庚\ttheft\t2\tspoken\t", "甲乙丙丁庚\ttheft\t3\tspoken\t"], "权重不同"),
    ("base/terms/theft.tsv", ["甲乙丙丁庚\ttheft\t2\tspoken\t", "甲乙丙丁庚\ttheft\t2\tspoken\t"], "同一对象）"),
    ("chengkou/manifest.tsv", ["effective_to\t2001-01-01\t"], "早于 effective_from"),
    ("chengkou/gazetteer/townships.tsv", ["500229299000\t甲乙乡\t乡\tformer\t\t\t\t"], "没有 successor"),
  ])
  func namedMistakes(file: String, rows: [String], part: String) throws {
    let copy = try LexiconCopy()
    for row in rows { try copy.append(row, to: file) }
    let errors = try copy.diagnostics().filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.message.contains(part) == true, "\(errors)")
  }

  /// Reminders that compiling itself gives.
  @Test(arguments: [
    ("base/calendar.tsv", "2026-03-03\tholiday\t", "请按先后排列"),
    ("chengkou/channels.tsv", "double\t另一个\tphone\t119\tpolice\tS4-06\t", "号码 119 与第"),
  ])
  func namedReminders(file: String, row: String, part: String) throws {
    let copy = try LexiconCopy()
    try copy.append(row, to: file)
    let line = try copy.lineCount(file)
    let found = try copy.diagnostics()
    #expect(found.contains { $0.line == line && $0.message.contains(part) }, "\(found)")
  }

  /// A case may only claim rules that the plan has.
  @Test func aCaseOfAnUnknownRuleIsNamed() throws {
    let copy = try LexiconCopy()
    try copy.append("XX-1\tmust\t路灯不亮\t\turgent=no\tS9-97\t", to: "chengkou/cases.tsv")
    var diagnostics = Diagnostics()
    let folder = SourceFolder(copy.path)
    let cases = RuleCase.read(folder, pack: "chengkou", into: &diagnostics)
    _ = RuleAnswer.read(folder, pack: "chengkou", cases: cases, into: &diagnostics)
    #expect(diagnostics.errors.count == 1)
    #expect(diagnostics.errors.first?.message.contains("规则“S9-97”") == true)
  }
}
