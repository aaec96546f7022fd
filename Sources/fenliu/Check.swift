import ArgumentParser
import PackBuilder

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查词库：一次列出所有错误（文件:行: 问题和改法），有错误时退出码为 65。")

  @OptionGroup var options: PackOptions
  @Flag(help: "检查所有数据包。") var all = false

  func run() throws {
    try reporting {
      let folder = try options.folder()
      var errors = 0
      for pack in all ? folder.packs : [try options.packID(in: folder)] {
        do {
          let output = try PackCompiler(folder).compile(pack)
          for warning in output.warnings { Console.write("\(warning)\n") }
          Console.write("\(pack)：没有错误。\(output.statistics.summary)\n")
        } catch let error as SourceErrors {
          for diagnostic in error.diagnostics { Console.write("\(diagnostic)\n") }
          let count = error.diagnostics.filter { $0.severity == .error }.count
          Console.write("\(pack)：\(count) 处错误。\n")
          errors += count
        }
      }
      if errors > 0 { throw CommandError(.dataError, "共 \(errors) 处错误") }
    }
  }
}
