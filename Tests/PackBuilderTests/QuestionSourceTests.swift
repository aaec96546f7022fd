import PackBuilder
import TestSupport
import Testing

/// Mistakes in `base/questions.tsv`, each named with its line.
@Suite struct QuestionSourceTests {
  private static let file = "base/questions.tsv"

  @Test(arguments: [
    ("x\t偷了没有？\tcategory\tthefft / robbery\t\t", "不认识的类别“thefft”；是不是“theft”"),
    ("x\t偷了没有？\tcategory\ttheft / robbery\tno-concept\t", "不认识的概念“no-concept”"),
    ("x\t偷了没有？\tcategory\ttheft / robbery\t!no-danger\t", "不认识的危险“no-danger”"),
    ("x\t偷了没有？\twhat\ttheft / robbery\t\t", "topic 应为 danger、category"),
    ("x\t偷了没有？\tcategory\ttheft robbery\t\t", "没有分出两种回答"),
    ("x\t偷了没有？\tcategory\ttheft / theft\t\t", "类别“theft”出现两次"),
    ("x\t偷了没有？\tcategory\ttheft * / *\t\t", "“*”出现两次"),
    ("x\t偷了没有？\tcategory\ttheft / !fire\t\t", "separates 只能写类别"),
    ("x\t偷了没有？\tdanger\ttheft / robbery\t\t", "要用“/”分出回答"),
    ("x\t{places}有人偷东西？\tdanger\ttheft\t\t", "只有 place-ambiguous"),
    ("x\t说说偷了没有\tdanger\ttheft\t\t", "一次只问一件事"),
    ("x\t偷了吗？打人了吗？\tdanger\ttheft\t\t", "一次只问一件事"),
    ("x\t您在哪里？\tdanger\ttheft\t\t", "一字不差"),
    ("d-now\t偷了没有？\tdanger\ttheft\t\t", "id“d-now”重复"),
  ])
  func mistakes(row: String, part: String) throws {
    let copy = try LexiconCopy()
    try copy.append(row, to: Self.file)
    let line = try copy.lineCount(Self.file)
    let errors = try copy.diagnostics().filter { $0.severity == .error }
    #expect(
      errors.contains {
        $0.file.hasSuffix(Self.file) && $0.line == line && $0.message.contains(part)
      }, "\(errors)")
  }

  @Test func aLongQuestionIsOnlyAReminder() throws {
    let copy = try LexiconCopy()
    try copy.append(
      "x\t您说的那个人昨天晚上或者今天早上有没有拿了您家里的什么东西？\tdanger\ttheft\t\t", to: Self.file)
    let found = try copy.diagnostics()
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.contains { $0.message.contains("电话里难听清") })
  }
}
