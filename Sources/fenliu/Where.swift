import ArgumentParser
import Jurisdiction
import Pack
import Routing

struct Where: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "逐行找出文字里的全国地名，答出在哪个县（区），每行输出一个 JSON，顺序与输入相同。",
    discussion: """
      要先有全国地名包：make nation，或 fenliu compile --nation 地名表。输入格式同 route。\
      status：county 各地名都合得上的只有一个县；ambiguous 不止一个，或合不上；none 没有地名。
      """)

  @Option(help: "全国地名包。") var pack = "nation.pack"
  @Option(help: "每处最多列出几个县、几个可能的地方；_count 是总数。") var limit = 10
  @Option(help: "输入格式：auto、plain、tsv 或 jsonl。") var format: InputFormat = .auto
  @Argument(help: "输入文件；不写或写 - 为标准输入。") var files: [String] = []

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit 不能是负数") }
  }

  func run() throws {
    try reporting {
      let gazetteer: NationalGazetteer
      do { gazetteer = try NationalGazetteer(pack: pack) } catch {
        throw CommandError(.dataError, "\(error)")
      }
      var scratch = gazetteer.makeScratch()
      var badLines = 0
      for file in files.isEmpty ? ["-"] : files {
        var reader = try CallReader(path: file, format: format)
        var lines: [UInt8] = []
        while let record = try reader.next() {
          switch record {
          case .call(let call):
            let status = gazetteer.find(in: call.text.span, scratch: &scratch)
            let answer = WhereAnswer(gazetteer, limit: limit)
            lines += answer.json(status, of: call, scratch: &scratch).utf8
          case .bad(let line, let id, let message):
            badLines += 1
            lines += ErrorRecord(line: line, id: id, message: message).json.utf8
          }
          lines.append(0x0A)
          // A line typed by hand is answered at once.
          if !reader.hasBuffered || lines.count >= 1 << 16 {
            Console.write(lines, to: 1)
            lines.removeAll(keepingCapacity: true)
          }
        }
        Console.write(lines, to: 1)
      }
      if badLines > 0 { throw CommandError(.dataError, "有 \(badLines) 行无法处理，见输出里的 error 记录") }
    }
  }
}
