import ArgumentParser
import Routing

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "用带标注的来电（TSV）量准确度。",
    discussion: """
      列：id、text、policing、category、category_alt、unit、unit_alt、urgent、ambiguous，\
      可有 place、township、genre、batch。*_alt 里的答案（分号隔开）也算对。
      """)

  @OptionGroup var options: PackOptions
  @Flag(help: "列出每个答错的来电。") var errors = false
  @Flag(help: "列出每个类别的准确率和召回率。") var classes = false
  @Option(
    name: .customLong("min"), parsing: .upToNextOption,
    help: "及格线，如 policing=0.9 top1=0.65；低于它退出码为 1。")
  var floors: [String] = []
  @Argument(help: "标注表（TSV），可多个。") var files: [String]

  func run() throws {
    try reporting {
      let router = try options.router()
      var scratch = router.makeScratch()
      var board = Scoreboard()
      for file in files {
        for call in try LabelledCall.read(file) {
          board.count(call, router.route(call.text, scratch: &scratch))
        }
      }
      Console.write(board.summary)
      if classes { Console.write("\n" + board.classTable) }
      if errors { Console.write("\n" + board.mistakeList) }
      try checkFloors(board)
    }
  }

  private func checkFloors(_ board: Scoreboard) throws {
    var failed = false
    for floor in floors {
      let parts = floor.split(separator: "=").map(String.init)
      guard parts.count == 2, let least = Double(parts[1]),
        let figure = board.figures.first(where: { $0.key == parts[0] })
      else {
        throw CommandError(
          .usage, "及格线应写作 policing=0.9；可用：\(board.figures.map(\.key).joined(separator: "、"))")
      }
      let value = figure.rate.value ?? 0
      if value < least {
        failed = true
        Console.error("未达标：\(figure.name) \(percent(value)) < \(percent(least))")
      }
    }
    if failed { throw ExitCode(1) }
  }
}
