import ArgumentParser
import Classifier
import Comparison
import Foundation
import Mining
import Pack
import PackBuilder
import Routing

struct Mine: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "从带标注的来电里找该补的词、排除和规则，逐行试过再提出来。",
    discussion: """
      例如：fenliu mine --pack 包 --errors-only corpora/包/批次.tsv
      提出的行写到标准输出（或 --out），列与词库的表一样，挑中的行可以直接粘进 lexicons/base/terms、exclusions、rules。\
      note 列写着：多少条来电里有、多少条属于这一类、加上后改对哪几条、改错哪几条、要多占多少字节和时间。
      不提：已有的词、跨标点的词、含地名的词、只有一个人说过的词、弄丢险情的行、改错比改对多的行。\
      提出的只是建议：像一句话的片段、碰巧同现的，不要收。测试批次（splits.tsv 里的 test、test-hard）不读，除非 --allow-test。
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case terms, exclusions, rules
    var table: Proposal.Table { Proposal.Table(rawValue: rawValue)! }
  }

  @OptionGroup var options: PackOptions
  @Option(parsing: .upToNextOption, help: "只要哪几种：terms 词、exclusions 排除、rules 规则；不写则都要。")
  var kinds: [Kind] = Kind.allCases
  @Option(help: "每种最多提几行。") var limit = 20
  @Option(help: "至少在几条来电里出现。") var minSupport = 3
  @Option(help: "只为这个类别 id 提；写 danger 只看紧急与否。") var category: String?
  @Flag(help: "只提能改对现在答错的来电的行。") var errorsOnly = false
  @Option(help: "允许多大比例的假发现（Benjamini–Hochberg）。") var fdr = 0.05
  @Flag(help: "允许读测试批次；挖过的批次不能再用来测试。") var allowTest = false
  @Option(name: .shortAndLong, help: "输出文件；不写时为标准输出。") var out: String?
  @Argument(help: "标注表（TSV），可多个。") var files: [String]

  func run() throws {
    try reporting {
      guard limit >= 1, minSupport >= 2, fdr > 0, fdr <= 1 else {
        throw CommandError(.usage, "--limit 应不小于 1，--min-support 应不小于 2，--fdr 应在 0 与 1 之间")
      }
      let folder = try options.folder()
      let pack = try options.packID(in: folder)
      let calls = try CallTable(reading: files)
      if !allowTest { try refuseTests(calls, folder) }
      let router = try options.router()
      try checkCategory(router)
      let compiler = try PackCompiler(folder)
      let corpus: MiningCorpus
      do throws(CallFileError) {
        corpus = try MiningCorpus(calls, router: router, fold: compiler.folded)
      } catch { throw CommandError(.dataError, "\(error)") }
      let miner = Miner(corpus, folder: folder, fold: compiler.folded, options: mining)
      let chosen = kinds.map(\.table)
      let candidates = Proposal.Table.allCases.filter(chosen.contains).flatMap {
        miner.candidates($0).prefix(limit * 3)
      }
      let tried: [Proposal]
      do {
        tried = try TrialRun(corpus, folder: folder, pack: pack).run(candidates) {
          if isatty(2) != 0 { Console.error("试过 \($0) / \($1) 批") }
        }
      } catch let error as SourceErrors {
        throw CommandError(.dataError, "提出的行编译不过，这是程序的错，请报告：\n\(error)")
      }
      let report = MineReport(
        corpus: corpus, proposals: miner.best(of: tried), ruleIDs: miner.freeRuleIDs)
      try write(report.tables)
      Console.error(report.summary)
    }
  }

  private var mining: Miner.Options {
    var mining = Miner.Options()
    mining.limit = limit
    mining.leastCalls = minSupport
    mining.falseDiscovery = fdr
    mining.category = category == "danger" ? "!" : category
    mining.errorsOnly = errorsOnly
    return mining
  }

  private func checkCategory(_ router: Router) throws {
    guard let category, category != "danger" else { return }
    let lexicon = router.lexicon
    let ids = lexicon.categories.indices.map { lexicon.strings[lexicon.categories[$0].id] }
    if !ids.contains(category) {
      throw CommandError(
        .usage, "没有类别“\(category)”；可用：danger（紧急与否）、\(ids.joined(separator: "、"))")
    }
  }

  /// Refuses test batches: by the `splits.tsv` beside the files and beside the lexicons.
  private func refuseTests(_ calls: CallTable, _ folder: SourceFolder) throws {
    var batches: [String: Set<String>] = [:]
    for call in calls.indices {
      batches[calls.path(of: call), default: []].formUnion(
        calls.cell("batch", of: call).map { [$0] } ?? [])
    }
    for (path, names) in batches.sorted(by: { $0.key < $1.key }) {
      let file = URL(fileURLWithPath: path).standardizedFileURL
      let parent = file.deletingLastPathComponent()
      var splits = SplitGuard()
      for place in [
        parent, parent.deletingLastPathComponent(),
        URL(fileURLWithPath: folder.root).standardizedFileURL.deletingLastPathComponent()
          .appendingPathComponent("corpora"),
      ] {
        let path = place.appendingPathComponent("splits.tsv").path
        if let bytes = FileManager.default.contents(atPath: path) {
          splits.add(splits: path, bytes: Array(bytes))
        }
      }
      if let batch = splits.testBatch(of: file.path, batches: names) {
        throw CommandError(
          .usage,
          "“\(path)”里有测试批次 \(batch)（见 splits.tsv）：从它挖词，它就不能再用来测试；请换训练批次，或加 --allow-test")
      }
    }
  }

  private func write(_ text: String) throws {
    guard let out else { return Console.write(text) }
    guard FileManager.default.createFile(atPath: out, contents: Data(text.utf8)) else {
      throw CommandError(.cannotCreate, "写不了文件“\(out)”；请检查文件夹和权限")
    }
  }
}
