import ArgumentParser
import Comparison
import Foundation
import Pack
import Routing

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "改词库前后各分流一遍，说清哪些来电的答案变了。",
    discussion: """
      A 是改之前的，B 是改之后的；各是一个词库文件夹或 .pack 文件，例如：
        fenliu diff --pack 包 旧词库 lexicons corpora/包/*.tsv
      来电可以是标注表（TSV，列同 eval）或一行一个来电的文本。结果按危险程度排：先是不再紧急、不再派警的。\
      有标注时说明改对、改错各几条。有险情标注的来电不再紧急时退出码为 1（见 --max-urgent-lost），可放进自动检查。
      两边都是文件夹、又只改了词、排除、语境词或规则时，只重算含有改动的词的来电，很快；改了别的表就全部重算。
      """)

  @Option(help: "数据包 id；词库里只有一个、或另一边是 .pack 时可不写。") var pack: String?
  @Option(help: "每组变化举几个例子。") var examples = 3
  @Option(help: "把全部变化写进这个 JSON 文件。") var json: String?
  @Option(help: "标注为紧急的来电最多允许几条不再紧急；超过则退出码为 1。") var maxUrgentLost = 0
  @Option(help: "最多允许几条来电改错；超过则退出码为 1；不写则不限。") var maxBroken: Int?
  @Flag(help: "只报告，不设及格线，退出码总为 0。") var noGate = false
  @Flag(help: "所有来电都重算，不看改动了哪些词。") var full = false
  @Flag(help: "在标准错误上列出每一步用了多久。") var timing = false
  @Argument(help: "改之前的词库文件夹或 .pack 文件。") var before: String
  @Argument(help: "改之后的词库文件夹或 .pack 文件。") var after: String
  @Argument(help: "来电文件，可多个；- 为标准输入。") var files: [String]

  func run() throws {
    try reporting {
      guard examples >= 0, maxUrgentLost >= 0, maxBroken ?? 0 >= 0 else {
        throw CommandError(.usage, "--examples、--max-urgent-lost、--max-broken 应为不小于 0 的整数")
      }
      var watch = Stopwatch()
      let states = (try LexiconState(before), try LexiconState(after))
      let (old, new) = try routers(states)
      watch.lap("编译或打开两边的数据包（同时进行）")
      let edit = self.edit(states, pack: new.image.id)
      watch.lap("比对两边的表")
      let calls = try CallTable(reading: files)
      watch.lap("读来电")
      let comparer = Comparer(before: old, after: new)
      let touched = comparer.calls(touchedBy: edit, in: calls)
      watch.lap("找含有改动的词的来电")
      let changes = comparer.changes(in: calls, among: touched)
      watch.lap("两边各分流 \(touched?.count ?? calls.indices.count) 条来电")
      let summary = ChangeSummary(changes, calls: calls, names: comparer.names)
      let report = DiffReport(
        pack: new.image.id, calls: calls, names: comparer.names, edit: edit,
        touched: touched?.count, summary: summary)
      Console.write(report.text(examples: examples))
      if let json { try write(report.json, to: json) }
      watch.lap("汇总")
      if timing { Console.error(watch.text) }
      if !noGate { try gate(summary) }
    }
  }

  /// Opens or compiles both sides at once.
  private func routers(_ states: (LexiconState, LexiconState)) throws -> (Router, Router) {
    var id = pack
    var opened: (Router?, Router?)
    // A pack file says which pack is meant.
    if case .pack = states.0 { opened.0 = try states.0.router(nil) }
    if case .pack = states.1 { opened.1 = try states.1.router(nil) }
    id = id ?? opened.0?.image.id ?? opened.1?.image.id
    let wanted = id
    let (first, second) = both(
      { [opened] in opened.0.map { .success($0) } ?? Self.result(states.0, wanted) },
      { [opened] in opened.1.map { .success($0) } ?? Self.result(states.1, wanted) })
    let routers = (try first.get(), try second.get())
    guard routers.0.image.id == routers.1.image.id else {
      throw CommandError(
        .usage,
        "两边不是同一个数据包：A 是 \(routers.0.image.id)，B 是 \(routers.1.image.id)；请换成同一个县的")
    }
    return routers
  }

  private static func result(_ state: LexiconState, _ pack: String?) -> Result<Router, CommandError>
  {
    do throws(CommandError) { return .success(try state.router(pack)) } catch {
      return .failure(error)
    }
  }

  /// What the tables say changed; for compiled packs nothing is known.
  private func edit(_ states: (LexiconState, LexiconState), pack: String) -> LexiconEdit {
    guard !full, let before = states.0.folder, let after = states.1.folder else {
      return .everything(file: "")
    }
    return LexiconEdit(from: before, to: after, pack: pack)
  }

  private func write(_ text: String, to path: String) throws(CommandError) {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw CommandError(.cannotCreate, "写不了文件“\(path)”；请检查文件夹和权限")
    }
  }

  private func gate(_ summary: ChangeSummary) throws {
    var failed = false
    if summary.emergenciesLost.count > maxUrgentLost {
      failed = true
      Console.error(
        "未达标：\(summary.emergenciesLost.count) 条标注为紧急的来电不再紧急，最多允许 \(maxUrgentLost) 条；"
          + "请先改好，确认无误再用 --max-urgent-lost 放行")
    }
    if let maxBroken, summary.brokenCalls > maxBroken {
      failed = true
      Console.error("未达标：改错 \(summary.brokenCalls) 条，最多允许 \(maxBroken) 条")
    }
    if failed { throw ExitCode(1) }
  }
}
