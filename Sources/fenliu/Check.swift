import ArgumentParser
import Pack
import PackBuilder
import Routing

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查词库：一次列出所有错误（文件:行: 问题和改法），再跑规则用例；有错误时退出码为 65。",
    discussion: """
      错误之外还有提醒：不起作用的词、排除和规则，重复和矛盾，职责重叠由哪一行算，没有主办的类别，没有用到的单位。\
      提醒不影响退出码；base 里的各数据包共用，只列一次。
      """)

  @OptionGroup var options: PackOptions
  @Flag(help: "检查所有数据包。") var all = false
  @Flag(help: "列出方案的每条规则由什么来回答。") var rules = false
  @Flag(help: "列出全部提醒；不写时每种只列前几处和总数。") var verbose = false

  func run() throws {
    try reporting {
      let folder = try options.folder()
      var report = CheckReport(isVerbose: verbose, folder: folder)
      var answers: [RuleAnswer] = []
      for pack in all ? folder.packs : [try options.packID(in: folder)] {
        do {
          let output = try PackCompiler(folder).compile(pack, linting: true)
          var found = Diagnostics()
          answers += try check(folder, pack, output, &found)
          Console.write(
            report.section(
              pack, output.warnings + found.sorted, output.findings,
              summary: output.statistics.summary))
        } catch let error as SourceErrors {
          Console.write(report.section(pack, error.diagnostics, [], summary: nil))
        }
      }
      Console.write(report.sharedSection())
      if rules { Console.write(Self.table(answers)) }
      if report.errors > 0 { throw CommandError(.dataError, "共 \(report.errors) 处错误") }
    }
  }

  /// Runs the rule cases of a pack that compiles.
  private func check(
    _ folder: SourceFolder, _ pack: String, _ output: PackCompiler.Output,
    _ diagnostics: inout Diagnostics
  ) throws -> [RuleAnswer] {
    let router = try Router(image: PackImage(bytes: output.image))
    let cases = RuleCase.read(folder, pack: pack, into: &diagnostics)
    for test in cases {
      let failures = test.failures(router)
      if test.kind == .knownGap {
        if failures.isEmpty { diagnostics.warning(test.row, "已知做不到的，现在做到了；请把 kind 改为 must") }
      } else if !failures.isEmpty {
        diagnostics.error(test.row, "用例 \(test.id) 不合：\(failures.joined(separator: "；"))")
      }
    }
    return RuleAnswer.read(folder, pack: pack, cases: cases, into: &diagnostics)
  }

  private static func table(_ answers: [RuleAnswer]) -> String {
    var table = TextTable()
    table.add(["规则", "由什么回答", "用例、元数据或理由"])
    for answer in answers { table.add([answer.rule, answer.kind.chinese, answer.by]) }
    func count(_ kind: RuleAnswer.Kind) -> Int { answers.filter { $0.kind == kind }.count }
    return table.text
      + "共 \(answers.count) 条：算出 \(count(.computed))，元数据 \(count(.metadata))，不在范围 \(count(.out))\n"
  }
}

extension RuleAnswer.Kind {
  var chinese: String {
    switch self {
    case .computed: "算出"
    case .metadata: "元数据"
    case .out: "不在范围"
    }
  }
}
