import Comparison
import Foundation

extension CallTable {
  /// Reads all calls of some files; `-` is standard input.
  init(reading paths: [String]) throws(CommandError) {
    self.init()
    for path in paths {
      let data =
        path == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : FileManager.default.contents(atPath: path)
      guard let data else {
        throw CommandError(.noInput, "打不开文件“\(path)”；请检查路径")
      }
      do throws(CallFileError) { try add(path: path, bytes: Array(data)) } catch {
        throw CommandError(.dataError, "\(error)")
      }
    }
    if indices.isEmpty { throw CommandError(.dataError, "文件里没有来电；请给标注表（TSV）或一行一个来电的文本") }
  }
}
