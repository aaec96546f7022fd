import ArgumentParser
import Routing

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一个来电为什么这样分：标出命中的词、各类别得分的算式、用到的职责，去掉哪个词结论就变。",
    discussion: "--format json 每个来电输出一行 JSON：决定本身，加 boundaries（边界）。")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: PackOptions
  @OptionGroup var day: DayOptions
  @Option(help: "输出格式：text（给人看）或 json（给程序读）。") var format: Format = .text
  @Argument(help: "来电文字；不写时逐行读标准输入。") var text: [String] = []

  func run() throws {
    try reporting {
      let router = try options.router()
      try day.check(router)
      let finder = BoundaryFinder(router)
      var scratch = router.makeScratch()
      if !text.isEmpty {
        Console.write(explain(text.joined(separator: " "), finder, scratch: &scratch))
        return
      }
      var reader = try LineReader(path: nil)
      while let line = try reader.next() {
        let call = String(decoding: line, as: UTF8.self)
        if call.allSatisfy(\.isWhitespace) { continue }
        Console.write(explain(call, finder, scratch: &scratch))
        if format == .text { Console.write("\n") }
      }
    }
  }

  private func explain(
    _ call: String, _ finder: BoundaryFinder, scratch: inout Scratch
  ) -> String {
    let decision = finder.router.route(call, scratch: &scratch)
    let boundaries = finder.find(in: call, scratch: &scratch)
    if format == .json { return decision.json(boundaries: boundaries) + "\n" }
    let style = Style(isColoured: Console.outputIsTerminal)
    return Explanation(call, decision, boundaries, style).text
  }
}

/// Colours, on a terminal only.
struct Style {
  let isColoured: Bool

  func danger(_ text: String) -> String { paint(text, "1;31") }
  func category(_ text: String) -> String { paint(text, "1;36") }
  func faint(_ text: String) -> String { paint(text, "2") }
  func heading(_ text: String) -> String { paint(text, "1") }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
