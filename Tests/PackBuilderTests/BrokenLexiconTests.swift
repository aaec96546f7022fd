import Foundation
import PackBuilder
import TestSupport
import Testing

/// A copy of the lexicons that a test may break.
private struct Copy: ~Copyable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "fenliu-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: TestPack.root + "/lexicons", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func append(_ line: String, to file: String) throws {
    try append(Array((line + "\n").utf8), to: file)
  }

  func append(_ bytes: [UInt8], to file: String) throws {
    var data = try #require(FileManager.default.contents(atPath: "\(path)/\(file)"))
    if data.last != 0x0A { data.append(0x0A) }
    data.append(contentsOf: bytes)
    try data.write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  func lineCount(_ file: String) throws -> Int {
    let data = try #require(FileManager.default.contents(atPath: "\(path)/\(file)"))
    return data.filter { $0 == 0x0A }.count
  }

  func rewrite(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
    try change(text).write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
  }

  func diagnostics() throws -> [Diagnostic] {
    do {
      return try PackCompiler(SourceFolder(path)).compile("chengkou").warnings
    } catch let error as SourceErrors {
      return error.diagnostics
    }
  }
}

@Suite struct BrokenLexiconTests {
  private static let terms = "base/terms/theft.tsv"

  /// Each mistake is reported with its file and line, and all of them in one run.
  @Test func everyMistakeIsReportedAtOnce() throws {
    let copy = try Copy()
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
    expect("chengkou/arbiters.tsv", arbiters + 1, "order 应为比上一行大的正整数，不是“3”")
    expect("chengkou/arbiters.tsv", arbiters + 2, "不认识的单位“no-such-unit”")
    expect("chengkou/arbiters.tsv", arbiters + 3, "规则“S9-98”")
    expect("chengkou/arbiters.tsv", arbiters + 3, "单位“police”已有一行")
    expect("chengkou/arbiters.tsv", arbiters + 4, "没有写怎么裁定")
    expect("chengkou/arbiters.tsv", arbiters + 4, "裁定没有引用方案的规则")
    let errors = found.filter { $0.severity == .error }
    #expect(errors.count == 17, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  /// The calendar holds only days that differ from the weekly rule, in years it covers.
  @Test(arguments: [
    ("2026\tyear\t", "2026 年已在第"), ("明年\tyear\t", "date 应写年份"),
    ("2027-10-01\tholiday\t", "没有 year 行"), ("2026-10-03\tholiday\t", "本来就休息"),
    ("2026-11-23\tworkday\t", "本来就上班"), ("2026-10-01\tholiday\t", "出现两次"),
    ("2026-02-30\tholiday\t", "日期应写作"), ("2026-11-23\toff\t", "kind 应为"),
  ])
  func calendarMistakes(row: String, part: String) throws {
    let copy = try Copy()
    let file = "base/calendar.tsv"
    try copy.append(row, to: file)
    let line = try copy.lineCount(file)
    let errors = try copy.diagnostics().filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.file.hasSuffix(file) && $0.line == line })
    #expect(errors.first?.message.contains(part) == true)
  }

  @Test func spreadsheetsMayAddMarksAndLineEnds() throws {
    let copy = try Copy()
    try copy.rewrite(Self.terms) { "\u{FEFF}" + $0.replacingOccurrences(of: "\n", with: "\r\n") }
    #expect(try copy.diagnostics().filter { $0.severity == .error }.isEmpty)
    #expect(
      try PackCompiler(SourceFolder(copy.path)).compile("chengkou").image
        == TestPack.image("chengkou"))
  }

  @Test func aMissingTableIsNamed() throws {
    let copy = try Copy()
    try FileManager.default.removeItem(atPath: copy.path + "/chengkou/units.tsv")
    try FileManager.default.removeItem(atPath: copy.path + "/base/cues.tsv")
    let found = try copy.diagnostics()
    for file in ["chengkou/units.tsv", "base/cues.tsv"] {
      #expect(found.contains { $0.file.hasSuffix(file) && $0.message.contains("找不到") }, "\(file)")
    }
  }

  @Test func aHeaderWithoutAColumnIsNamed() throws {
    let copy = try Copy()
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
}
