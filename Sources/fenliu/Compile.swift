import ArgumentParser
import Foundation
import PackBuilder

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "把词库编译成 .pack 文件。")

  @OptionGroup var options: PackOptions
  @Option(name: .shortAndLong, help: "输出文件；不写时为 <数据包>.pack。") var output: String?

  func run() throws {
    try reporting {
      let folder = try options.folder()
      let pack = try options.packID(in: folder)
      let compiled = try compileReporting(folder, pack)
      let path = output ?? "\(pack).pack"
      // Written aside and renamed, so that a reader never maps a half-written pack.
      guard
        FileManager.default.createFile(atPath: path + ".tmp", contents: Data(compiled.image)),
        unsafe rename(path + ".tmp", path) == 0
      else { throw CommandError(.cannotCreate, "写不了文件“\(path)”") }
      Console.write("\(path)：\(compiled.statistics.summary)\n")
    }
  }
}

/// Compiles, shows warnings on stderr, and turns mistakes into a command error.
func compileReporting(_ folder: SourceFolder, _ pack: String) throws -> PackCompiler.Output {
  do {
    let output = try PackCompiler(folder).compile(pack)
    for warning in output.warnings { Console.error("\(warning)") }
    return output
  } catch let error as SourceErrors {
    for diagnostic in error.diagnostics { Console.error("\(diagnostic)") }
    throw CommandError(
      .dataError, "词库有 \(error.diagnostics.filter { $0.severity == .error }.count) 处错误")
  }
}

extension PackCompiler.Statistics {
  var summary: String {
    "词条 \(termRows) 行，串 \(patterns)，概念 \(concepts)，规则 \(rules)，职责 \(duties) 行，"
      + "地名 \(placeNames)，字 \(alphabet)，\(bytes) 字节"
  }
}
