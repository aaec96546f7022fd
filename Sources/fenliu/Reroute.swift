import ArgumentParser
import Routing

struct Reroute: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "单位不接时转给谁：给出来电和不接的单位，每个来电输出一个 JSON 对象。",
    discussion: """
      依次为本次分流的主办、协同单位，方案里本类别（及分数接近的类别）的其他单位，裁定单位，\
      最后由值班领导决定；不接的单位不再出现。输入格式同 route；有坏行时退出码为 65。
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var day: DayOptions
  @Option(
    name: .long, help: "不接的单位和理由，写作 单位=理由；可写多次。单位可用名称、别名或 id。",
    transform: Refusal.read)
  var refused: [Refusal] = []
  @Option(help: "标准输入的格式：auto、plain、tsv 或 jsonl。") var format: InputFormat = .auto
  @Argument(help: "来电文字；不写时读标准输入。") var text: [String] = []

  func run() throws {
    try reporting {
      let router = try options.router()
      try day.check(router)
      let refused = try router.plan.units(of: refused)
      var scratch = router.makeScratch()
      func answer(_ call: CallInput) throws -> String {
        let decision = unsafe call.text.withUnsafeBytes {
          unsafe router.route(utf8: $0, at: call.at, place: call.place, scratch: &scratch) {
            Decision($0)
          }
        }
        return try router.reroute(decision, refused: refused).json(id: call.id)
      }
      if !text.isEmpty {
        let call = CallInput(line: 1, text: Array(text.joined(separator: " ").utf8))
        Console.write(try answer(call) + "\n")
        return
      }
      var reader = try CallReader(path: nil, format: format)
      var badLines = 0
      while let record = try reader.next() {
        switch record {
        case .call(let call): Console.write(try answer(call) + "\n")
        case .bad(let line, let id, let message):
          badLines += 1
          Console.write(ErrorRecord(line: line, id: id, message: message).json + "\n")
        }
      }
      if badLines > 0 { throw CommandError(.dataError, "有 \(badLines) 行无法处理，见输出里的 error 记录") }
    }
  }
}

extension Plan {
  /// The refusals, if the plan has all their units.
  fileprivate func units(of refusals: [Refusal]) throws -> [Refusal] {
    do { return try resolve(refusals).refusals } catch { throw CommandError(.usage, "\(error)") }
  }
}

extension Refusal {
  /// Reads `单位=理由`; neither may be empty.
  fileprivate static func read(_ argument: String) throws -> Refusal {
    let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { throw ValidationError("应写作 单位=理由，不是“\(argument)”") }
    return Refusal(unit: halves[0], reason: halves[1])
  }
}
