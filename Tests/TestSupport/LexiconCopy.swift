import Foundation
import Pack
public import PackBuilder
public import Routing

/// A copy of the lexicons that a test may change; removed with the value.
public struct LexiconCopy: ~Copyable {
  public let path: String

  public init() throws {
    path = NSTemporaryDirectory() + "fenliu-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: TestPack.root + "/lexicons", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public var folder: SourceFolder { SourceFolder(path) }

  /// Adds a row of cells to a table.
  public func append(_ cells: [String], to file: String) throws {
    try rewrite(file) {
      ($0.hasSuffix("\n") ? $0 : $0 + "\n") + cells.joined(separator: "\t") + "\n"
    }
  }

  /// Replaces a table's text.
  public func rewrite(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
    try change(text).write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
  }

  /// The pack compiled from it.
  public func router(_ pack: String) throws -> Router {
    try Router(image: PackImage(bytes: PackCompiler(folder).compile(pack).image))
  }
}
