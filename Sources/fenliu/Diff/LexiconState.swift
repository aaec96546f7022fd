import Foundation
import Pack
import PackBuilder
import Routing

/// One side of a comparison: a lexicon folder or a compiled pack.
enum LexiconState {
  case folder(SourceFolder)
  case pack(String)

  init(_ path: String) throws(CommandError) {
    if path.hasSuffix(".pack") {
      self = .pack(path)
    } else if FileManager.default.fileExists(atPath: path + "/base/categories.tsv") {
      self = .folder(SourceFolder(path))
    } else {
      throw CommandError(
        .noInput, "“\(path)”不是词库文件夹（里面应有 base/categories.tsv），也不是 .pack 文件；请检查路径")
    }
  }

  var folder: SourceFolder? {
    if case .folder(let folder) = self { return folder }
    return nil
  }

  /// Opens the pack file, or compiles the pack from its tables.
  ///
  /// - Parameter id: which pack of a folder; not looked at for a file.
  func router(_ id: String?) throws(CommandError) -> Router {
    switch self {
    case .pack(let path):
      do throws(PackError) { return try Router(pack: path) } catch {
        throw CommandError(.dataError, "\(error)")
      }
    case .folder(let folder):
      let packs = folder.packs
      guard let id = id ?? (packs.count == 1 ? packs[0] : nil), packs.contains(id) else {
        let problem = id.map { "“\(folder.root)”里没有数据包“\($0)”" } ?? "请用 --pack 指明数据包"
        throw CommandError(.usage, "\(problem)；现有：\(packs.joined(separator: "、"))")
      }
      do {
        return try Router(image: PackImage(bytes: PackCompiler(folder).compile(id).image))
      } catch let error as SourceErrors {
        let errors = error.diagnostics.filter { $0.severity == .error }
        throw CommandError(
          .dataError,
          errors.map(\.description).joined(separator: "\n")
            + "\n“\(folder.root)”有 \(errors.count) 处错误，见上；改好再比较")
      } catch {
        throw CommandError(.dataError, "\(error)")
      }
    }
  }
}
