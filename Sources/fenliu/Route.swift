import ArgumentParser
import Routing

struct Route: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "逐行分流，每行输出一个 JSON 决定，顺序与输入相同。",
    discussion: """
      输入可以是一行一个来电的纯文本、带表头的 TSV（有 text 列，可有 id、at、place_text）或 JSON 行\
      （text，可有 id、at、place）。--pack all 给每个来电逐包各输出一行，正文只读一遍。坏行输出 {"line":…,"error":…}，其余照常；有坏行时退出码为 65。
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var day: DayOptions
  @Option(help: "输入格式：auto、plain、tsv 或 jsonl。") var format: InputFormat = .auto
  @Argument(help: "输入文件；不写或写 - 为标准输入。") var files: [String] = []

  func run() throws {
    try reporting {
      let group = try options.group()
      for router in group.routers { try day.check(router) }
      let stream = RouteStream(group)
      // Bad input ends the stream too: what was read before is answered first.
      let badLines = try stream.run { send in
        for file in files.isEmpty ? ["-"] : files {
          var reader = try CallReader(path: file, format: format)
          while let record = try reader.next() { send(record, reader.hasBuffered) }
        }
      }
      if badLines > 0 { throw CommandError(.dataError, "有 \(badLines) 行无法处理，见输出里的 error 记录") }
    }
  }
}
