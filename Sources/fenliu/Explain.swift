import ArgumentParser
import Routing

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一个来电为什么这样分：标出命中的词、各类别得分的算式、用到的职责。")

  @OptionGroup var options: PackOptions
  @OptionGroup var day: DayOptions
  @Argument(help: "来电文字；不写时逐行读标准输入。") var text: [String] = []

  func run() throws {
    try reporting {
      let router = try options.router()
      try day.check(router)
      var scratch = router.makeScratch()
      let style = Style(isColoured: Console.outputIsTerminal)
      if !text.isEmpty {
        let call = text.joined(separator: " ")
        Console.write(Explanation(call, router.route(call, scratch: &scratch), style).text)
        return
      }
      var reader = try LineReader(path: nil)
      while let line = try reader.next() {
        let call = String(decoding: line, as: UTF8.self)
        if call.allSatisfy(\.isWhitespace) { continue }
        Console.write(Explanation(call, router.route(call, scratch: &scratch), style).text + "\n")
      }
    }
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
