import Foundation
import PackBuilder
import TestSupport
import Testing

/// What tests of broken lexicons do with a copy.
extension LexiconCopy {
  func append(_ line: String, to file: String) throws {
    try append(Array((line + "\n").utf8), to: file)
  }

  func append(_ bytes: [UInt8], to file: String) throws {
    var data = try #require(FileManager.default.contents(atPath: "\(path)/\(file)"))
    if data.last != 0x0A { data.append(0x0A) }
    data.append(contentsOf: bytes)
    try data.write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  func lineCount(_ file: String) throws -> Int {
    let data = try #require(FileManager.default.contents(atPath: "\(path)/\(file)"))
    return data.filter { $0 == 0x0A }.count
  }

  func diagnostics() throws -> [Diagnostic] {
    do {
      return try PackCompiler(SourceFolder(path)).compile("chengkou").warnings
    } catch let error as SourceErrors {
      return error.diagnostics
    }
  }
}
