import ArgumentParser
import Foundation
import Pack
import PackBuilder
import Routing

/// Which pack, and where the lexicons are.
struct PackOptions: ParsableArguments {
  @Option(name: .long, help: "数据包：id（从词库现编）或 .pack 文件的路径；词库里只有一个时可不写；route 可写 all。")
  var pack: String?

  @Option(name: .long, help: "词库文件夹；不写时依次找环境变量 FENLIU_LEXICONS、当前目录、程序所在仓库的 lexicons。")
  var lexicons: String?

  /// The folder with the tables.
  func folder() throws -> SourceFolder {
    if let lexicons {
      guard Self.isLexicons(lexicons) else {
        throw CommandError(.noInput, "“\(lexicons)”里没有 base 文件夹，不是词库")
      }
      return SourceFolder(lexicons)
    }
    var candidates: [String] = []
    if let path = ProcessInfo.processInfo.environment["FENLIU_LEXICONS"] { candidates.append(path) }
    candidates.append("lexicons")
    var parent = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while parent.path != "/" {
      parent.deleteLastPathComponent()
      candidates.append(parent.appendingPathComponent("lexicons").path)
    }
    if let found = candidates.first(where: Self.isLexicons) { return SourceFolder(found) }
    throw CommandError(.noInput, "找不到词库；请用 --lexicons 指明，或在仓库目录里运行")
  }

  private static func isLexicons(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/base/categories.tsv")
  }

  /// The id given, or that of the only pack there is.
  func packID(in folder: SourceFolder) throws -> String {
    if let pack, folder.packs.contains(pack) { return pack }
    if pack == nil, folder.packs.count == 1 { return folder.packs[0] }
    let problem = pack.map { "没有数据包“\($0)”" } ?? "请用 --pack 指明数据包"
    throw CommandError(.usage, "\(problem)；现有：\(folder.packs.joined(separator: "、"))")
  }

  /// All packs for “all”, compiled together; else the one.
  func group() throws -> RouterGroup {
    guard pack == Self.allPacks else { return RouterGroup(try router()) }
    let folder = try folder()
    do {
      let outputs = try PackCompiler(folder).compile(together: folder.packs)
      return try RouterGroup(images: outputs.map { try PackImage(bytes: $0.image) })
    } catch let error as SourceErrors {
      throw CommandError(.dataError, "\(error)\n词库有 \(error.diagnostics.count) 处错误，见上。")
    }
  }

  /// The pack id that stands for every pack of the folder.
  static let allPacks = "all"

  /// Opens the pack file, or compiles the pack from its tables.
  func router() throws -> Router {
    if let pack, pack.hasSuffix(".pack") {
      do { return try Router(pack: pack) } catch { throw CommandError(.dataError, "\(error)") }
    }
    let folder = try folder()
    let id = try packID(in: folder)
    do {
      let output = try PackCompiler(folder).compile(id)
      return try Router(image: PackImage(bytes: output.image))
    } catch let error as SourceErrors {
      throw CommandError(.dataError, "\(error)\n词库有 \(error.diagnostics.count) 处错误，见上。")
    }
  }
}
