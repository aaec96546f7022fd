import Foundation
import PackBuilder
import TestSupport
import Testing

/// A copy of the lexicons that a test may break.
struct LexiconCopy: ~Copyable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "fenliu-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: TestPack.root + "/lexicons", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

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

  func rewrite(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
    try change(text).write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
  }

  func diagnostics() throws -> [Diagnostic] {
    do {
      return try PackCompiler(SourceFolder(path)).compile("chengkou").warnings
    } catch let error as SourceErrors {
      return error.diagnostics
    }
  }
}
