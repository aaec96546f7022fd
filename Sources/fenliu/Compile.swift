import ArgumentParser
import Foundation
import PackBuilder

struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把词库编译成 .pack 文件。",
    discussion: "--nation 编译的是全国地名（scripts/make_nation.py 生成的表），供 fenliu where 用，与分流的数据包无关。")

  @OptionGroup var options: PackOptions
  @Option(name: .shortAndLong, help: "输出文件；不写时为 <数据包>.pack。") var output: String?
  @Option(help: "编译全国地名表，不编译数据包。") var nation: String?

  func run() throws {
    try reporting {
      let folder = try options.folder()
      if let nation { return try compileNation(folder, nation) }
      let pack = try options.packID(in: folder)
      let compiled = try compileReporting(folder, pack)
      let path = output ?? "\(pack).pack"
      try write(compiled.image, to: path)
      Console.write("\(path)：\(compiled.statistics.summary)\n")
    }
  }

  private func compileNation(_ folder: SourceFolder, _ table: String) throws {
    guard let data = FileManager.default.contents(atPath: table) else {
      throw CommandError(.noInput, "打不开文件“\(table)”；用 make nation 生成")
    }
    let compiled = try reportingMistakes("地名表") {
      try NationCompiler(folder).compile(file: table, bytes: [UInt8](data))
    }
    for warning in compiled.warnings { Console.error("\(warning)") }
    let path = output ?? "nation.pack"
    try write(compiled.image, to: path)
    Console.write(
      "\(path)：地方 \(compiled.places)，地名 \(compiled.names)，\(compiled.image.count) 字节\n")
  }

  /// Written aside and renamed, so that a reader never maps a half-written pack.
  private func write(_ image: [UInt8], to path: String) throws {
    guard
      FileManager.default.createFile(atPath: path + ".tmp", contents: Data(image)),
      unsafe rename(path + ".tmp", path) == 0
    else { throw CommandError(.cannotCreate, "写不了文件“\(path)”") }
  }
}

/// Compiles, shows warnings on stderr, and turns mistakes into a command error.
func compileReporting(_ folder: SourceFolder, _ pack: String) throws -> PackCompiler.Output {
  let output = try reportingMistakes("词库") { try PackCompiler(folder).compile(pack) }
  for warning in output.warnings { Console.error("\(warning)") }
  return output
}

/// Shows the mistakes of tables on stderr and turns them into a command error.
private func reportingMistakes<Output>(
  _ tables: String, _ compile: () throws -> Output
) throws -> Output {
  do { return try compile() } catch let error as SourceErrors {
    for diagnostic in error.diagnostics { Console.error("\(diagnostic)") }
    throw CommandError(
      .dataError, "\(tables)有 \(error.diagnostics.filter { $0.severity == .error }.count) 处错误")
  }
}

extension PackCompiler.Statistics {
  var summary: String {
    "词条 \(termRows) 行，串 \(patterns)，概念 \(concepts)，规则 \(rules)，职责 \(duties) 行，"
      + "地名 \(placeNames)，字 \(alphabet)，\(bytes) 字节"
  }
}
