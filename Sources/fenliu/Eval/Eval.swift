import ArgumentParser
import Evaluation
import Foundation
import Pack
import PackBuilder
import Routing

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "用带标注的来电（TSV）量准确度，可存结果、与上次比、出网页报告。",
    discussion: """
      列：id、text、policing、category、category_alt、unit、unit_alt、urgent、ambiguous，\
      可有 place、township、genre、dialect、batch、tags。*_alt 里的答案（分号隔开）也算对。
      区间是 95% 自助区间：从这些来电里有放回地重抽 1000 次。
      """)

  @OptionGroup var options: PackOptions
  @Flag(help: "列出每个答错的来电。") var errors = false
  @Flag(help: "列出每个类别的精确率、召回率和 F1。") var classes = false
  @Flag(help: "列出最常见的混淆：标注是什么、答成了什么。") var confusion = false
  @Flag(help: "列出把握与实际对率的对照，和只答最有把握的来电时的对率。") var calibration = false
  @Flag(help: "按文字、长度、体裁、方言、标签、批次分开列。") var strata = false
  @Option(help: "容许的错误率，如 0.02：算出把握低于多少的来电应交人复核。")
  var reviewError: Double?
  @Option(help: "代价表（TSV：mistake、cost、note）；不写时为词库里的 base/costs.tsv。")
  var costs: String?
  @Option(help: "把这次的结果存成文件（JSON 行），以后用 --before 比。") var save: String?
  @Option(help: "与以前存的结果比：改好了几个、改坏了几个。") var before: String?
  @Option(help: "写出网页报告：一个文件，不用联网，点开就能看每个来电。") var html: String?
  @Option(help: "学习曲线的表（TSV：batches、calls、split、metric、value），画进网页报告。")
  var learningCurve: String?
  @Option(
    name: .customLong("min"), parsing: .upToNextOption,
    help: "及格线，如 policing=0.9 top1=0.65；低于它退出码为 1。")
  var floors: [String] = []
  @Option(
    name: .customLong("max"), parsing: .upToNextOption,
    help: "上限，如 calm-flagged=0.05；高于它退出码为 1。")
  var ceilings: [String] = []
  @Argument(help: "标注表（TSV），可多个。") var files: [String]

  func validate() throws {
    if let rate = reviewError, !(0...1).contains(rate) {
      throw ValidationError("--review-error 应在 0 到 1 之间，如 0.02")
    }
    if learningCurve != nil, html == nil {
      throw ValidationError("--learning-curve 画在网页报告里，请同时用 --html 写明报告文件")
    }
  }

  func run() throws {
    try reporting {
      let gates = try Gates(floors: floors, ceilings: ceilings)
      // Read first: a mistake in a file should show before the calls are routed.
      let curve = try learningCurve.map { try LearningCurve(path: $0) }
      let earlier = try before.map { try SavedRun(path: $0) }
      let calls = try files.flatMap { try LabelledTable.read($0) }
      let prices = try costTable()
      let router = try options.router()
      let outcomes = Outcome.of(calls, by: router, costs: prices)
      let comparison = earlier.map { Comparison(outcomes, before: $0, costs: prices) }
      let board = Scoreboard(outcomes)

      printTables(board, outcomes, comparison)
      if let save { try savedRun(outcomes, router).write(to: save) }
      if let html {
        var report = Report(outcomes, router: router, title: "\(router.image.id) 评测")
        report.comparison = comparison
        report.learningCurve = curve
        report.reviewErrorRate = reviewError ?? report.reviewErrorRate
        try report.write(to: html)
      }
      let failures = gates.failures(of: board)
      for failure in failures { Console.error("未达标：\(failure)") }
      if !failures.isEmpty { throw ExitCode(1) }
    }
  }

  private func printTables(
    _ board: Scoreboard, _ outcomes: [Outcome], _ comparison: Comparison?
  ) {
    Console.write(EvalText.summary(board, outcomes))
    if let comparison { Console.write("\n" + EvalText.comparison(comparison)) }
    if let reviewError {
      Console.write("\n" + EvalText.review(CoverageCurve(outcomes), board, outcomes, reviewError))
    }
    if classes { Console.write("\n" + EvalText.classes(.categories(outcomes), title: "类别")) }
    if confusion { Console.write("\n" + EvalText.confusions(.categories(outcomes))) }
    if calibration { Console.write("\n" + EvalText.calibration(outcomes)) }
    if strata { Console.write("\n" + EvalText.strata(Strata(outcomes))) }
    if errors { Console.write("\n" + EvalText.mistakes(outcomes)) }
  }

  private func savedRun(_ outcomes: [Outcome], _ router: Router) -> SavedRun {
    SavedRun(pack: router.image.id, packDigest: router.image.digestText, outcomes)
  }

  /// The table named, else that of the lexicons; nil where a pack file is used without lexicons.
  private func costTable() throws -> Costs? {
    if let costs { return try Costs(path: costs) }
    guard let folder = try? options.folder() else { return nil }
    let path = folder.root + "/base/costs.tsv"
    return FileManager.default.fileExists(atPath: path) ? try Costs(path: path) : nil
  }
}
