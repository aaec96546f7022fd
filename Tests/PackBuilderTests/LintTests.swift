import Foundation
import PackBuilder
import TestSupport
import Testing

/// A row added to a table of the mini lexicon.
struct AddedRow: Sendable {
  let file: String
  let row: String

  init(_ file: String, _ row: String) {
    self.file = file
    self.row = row
  }

  func append(to folder: SourceFolder) throws -> Int {
    let path = "\(folder.root)/\(file)"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    text += row + "\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
  }
}

/// What `fenliu check` says of tables that compile: one row of each kind that it should ask about.
@Suite struct LintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Finding.Kind
    let severity: Diagnostic.Severity
    let part: String
    let rows: [AddedRow]
    /// Where it is reported; the last row added if nil.
    var at: (file: String, line: Int)?

    var testDescription: String { "\(kind.rawValue) \(rows.last!.row)" }
  }

  private static let mini = MiniLexicon(
    terms: ["甲乙 theft 2", "丙丁 theft -1", "戊己 @die 1", "庚辛 @injured 1"],
    rules: ["R1 | theft | 2 | die | | injured | call | any"])

  private static func found(_ folder: SourceFolder) throws -> Set<Finding> {
    Set(try PackCompiler(folder).compile("chengkou", linting: true).findings)
  }

  @Test(arguments: termCases + ruleCases + planCases)
  func isFound(test: Case) throws {
    try Self.mini.withFolder { folder in
      let before = try Self.found(folder)
      var line = 0
      for row in test.rows { line = try row.append(to: folder) }
      let new = try Self.found(folder).subtracting(before)
      let place = test.at ?? (test.rows.last!.file, line)
      let here = new.filter {
        $0.kind == test.kind && $0.diagnostic.line == place.line
          && $0.diagnostic.file == "\(folder.root)/\(place.file)"
      }
      #expect(here.count == 1, "\(new.map(\.diagnostic.description))")
      let finding = try #require(here.first)
      #expect(finding.diagnostic.severity == test.severity)
      #expect(finding.diagnostic.message.contains(test.part), "\(finding.diagnostic)")
    }
  }

  /// The shipped tables give reminders at most.
  @Test(arguments: TestPack.ids)
  func shippedLexiconsHaveNoErrors(pack: String) throws {
    let output = try PackCompiler(TestPack.folder).compile(pack, linting: true)
    let errors = output.findings.map(\.diagnostic).filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  private static let terms = "base/terms/mini.tsv"
  private static let exclusions = "base/exclusions/mini.tsv"
  private static let rules = "base/rules/mini.tsv"
  private static let duties = "chengkou/duties.tsv"
  private static let obligations = "chengkou/obligations.tsv"
  private static let metadata = "chengkou/metadata.tsv"

  private static func reminder(
    _ kind: Finding.Kind, _ part: String, _ rows: AddedRow..., at: (String, Int)? = nil
  ) -> Case {
    Case(kind: kind, severity: .warning, part: part, rows: rows, at: at)
  }

  private static func mistake(_ kind: Finding.Kind, _ part: String, _ rows: AddedRow...) -> Case {
    Case(kind: kind, severity: .error, part: part, rows: rows)
  }

  private static let termCases = [
    reminder(.deadTerm, "weight 是 0", AddedRow(terms, "壬癸\ttheft\t0\tspoken")),
    reminder(.deadTerm, "用到概念“unasked”", AddedRow("base/concepts.tsv", "unasked\t没人问\t")),
    reminder(.deadExclusion, "没有更短的 theft 的词", AddedRow(exclusions, "子丑寅\ttheft")),
    reminder(.deadExclusion, "没有更短的词", AddedRow(exclusions, "子丑寅\t")),
    reminder(.deadExclusion, "排除是多余的", AddedRow(exclusions, "丙丁\ttheft")),
    reminder(.contradiction, "“甲乙”本身就是 theft 的词", AddedRow(exclusions, "甲乙\ttheft")),
  ]

  private static let ruleCases = [
    mistake(.double, "weight 写 4", AddedRow(rules, "R2\ttheft\t2\tdie\t\tinjured\tcall\tin-order")),
    reminder(.double, "权重不同（2 与 3）", AddedRow(rules, "R2\ttheft\t3\tdie\t\tinjured\tcall\tany")),
    mistake(.contradiction, "一正一负", AddedRow(rules, "R2\ttheft\t-2\tdie\t\tinjured\tcall\tany")),
    mistake(
      .contradiction, "all 和 none 都有 die", AddedRow(rules, "R2\ttheft\t2\tdie\t\tdie\tcall\tany")),
    mistake(.contradiction, "any 的概念都在", AddedRow(rules, "R2\ttheft\t2\t\tdie\tdie\tcall\tany")),
    reminder(.deadRule, "概念 bank 没有词", AddedRow(rules, "R2\ttheft\t2\tdie bank\t\t\tcall\tany")),
    reminder(.deadRule, "永远不成立", AddedRow(rules, "R2\ttheft\t2\tdie\tbank\t\tcall\tany")),
    reminder(.deadRule, "等于没写", AddedRow(rules, "R2\ttheft\t2\tdie\t\tbank\tcall\tany")),
    reminder(.deadRule, "已在 all 里", AddedRow(rules, "R2\ttheft\t2\tdie\tdie\t\tcall\tany")),
    reminder(.deadRule, "weight 是 0", AddedRow(rules, "R2\ttheft\t0\tinjured\t\t\tcall\tany")),
  ]

  private static let planCases = [
    mistake(
      .deadDuty, "永远轮不到", AddedRow(duties, "water-supply\turgent\thealth\tlead\t主办\tS4-24\t")),
    mistake(.deadDuty, "永远轮不到", AddedRow(duties, "theft\turgent\thealth\tlead\t主办\tS4-24\t")),
    mistake(
      .deadDuty, "与“theft”的警务属性不合",
      AddedRow(duties, "theft\tside:non-police\thealth\tco\t协同\tS4-24\t")),
    mistake(
      .deadDuty, "不能同时成立",
      AddedRow(duties, "fire\tfact:deaths>=3 !fact:deaths>=2\thealth\tco\t协同\tS4-24\t")),
    reminder(
      .overlap, "按行序，先到先得（条件交叉）", AddedRow("base/categories.tsv", "new\t新事\tnon-police\t\t4"),
      AddedRow(duties, "new\turgent\thealth\tlead\t主办\tS4-24\t"),
      AddedRow(duties, "new\tconcept:die\teducation\tlead\t主办\tS4-13\t")),
    reminder(
      .overlap, "（条件更窄的在前）", AddedRow("base/categories.tsv", "new\t新事\tnon-police\t\t4"),
      AddedRow(duties, "new\tfact:deaths>=3\thealth\tlead\t主办\tS4-24\t"),
      AddedRow(duties, "new\tfact:deaths>=1\teducation\tlead\t主办\tS4-13\t")),
    reminder(
      .unowned, "没有主办单位", AddedRow("base/categories.tsv", "new\t新事\tnon-police\t\t4"),
      at: (duties, 0)),
    reminder(
      .unowned, "在条件都不合时没有主办单位", AddedRow("base/categories.tsv", "new\t新事\tnon-police\t\t4"),
      AddedRow(duties, "new\tintent:投诉\thealth\tlead\t主办\tS4-24\t")),
    mistake(
      .double, "行相同", AddedRow(duties, "fire\turgent !danger:gas\thealth\tco\t协同\tS4-24\t"),
      AddedRow(duties, "fire\t!danger:gas urgent\thealth\tco\t救护\tS4-24\t")),
    mistake(
      .double, "行相同", AddedRow(obligations, "lead\t回访\t\t\t办结后\t\t\tS4-43\t"),
      AddedRow(obligations, "lead\t回访\t\t\t办结后\t\t\tS4-44\t")),
    reminder(
      .deadRule, "概念“bank”没有词", AddedRow(duties, "fire\tconcept:bank\thealth\tco\t协同\tS4-24\t")),
    reminder(.orphan, "提到“没人局”", AddedRow("chengkou/units.tsv", "nobody\t没人局\t\t")),
    reminder(.orphan, "没有一行引用", AddedRow("chengkou/citations.tsv", "S9-99\t某文\t某节\t\t\t")),
    reminder(.orphan, "没有义务从“散会”起算", AddedRow("base/starts.tsv", "散会\tdays\t")),
    reminder(
      .limitless, "（S4-39），方案却没有写时限", AddedRow(metadata, "S4-39\tpenalty\t0.1\tS4-39\t")),
    reminder(.orphan, "没有义务引用“S4-54”", AddedRow(metadata, "S4-39\tpenalty\t0.1\tS4-54\t")),
    mistake(
      .order, "由低到高", AddedRow("chengkou/levels.tsv", "一般\tfact:deaths>=40\tS4-48\t")),
  ]
}
