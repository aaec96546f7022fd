import Foundation

/// The folder `lexicons/`, from which tables are read by relative path.
public struct SourceFolder: Sendable {
  /// Path of the folder, as diagnostics show it before each file's own path.
  public let root: String

  private let order: @Sendable ([String]) -> [String]
  /// Tables that are only tried out, by relative path.
  private var added: [String: [UInt8]] = [:]

  /// - Parameter order: in which order the files of a folder are read; a pack's bytes do not
  ///   depend on it.
  public init(
    _ root: String, order: @escaping @Sendable ([String]) -> [String] = { $0.sorted() }
  ) {
    self.root = root
    self.order = order
  }

  /// Reads a table; a missing file is an error.
  public func table(
    _ path: String, required: [String], optional: [String] = ["note"],
    into diagnostics: inout Diagnostics
  ) -> SourceTable? {
    guard let bytes = bytes(path) else {
      diagnostics.error(file: full(path), "找不到这个文件；请补上（表头：\(required.joined(separator: "、"))）")
      return nil
    }
    return SourceTable(
      file: full(path), bytes: bytes, required: required, optional: optional, into: &diagnostics)
  }

  /// Reads a table that need not be there.
  public func optionalTable(
    _ path: String, required: [String], optional: [String] = ["note"],
    into diagnostics: inout Diagnostics
  ) -> SourceTable? {
    guard let bytes = bytes(path) else { return nil }
    return SourceTable(
      file: full(path), bytes: bytes, required: required, optional: optional, into: &diagnostics)
  }

  /// Relative paths of the tables of a folder, in the order given at the start, else sorted.
  public func tables(in path: String) -> [String] {
    var names = (try? FileManager.default.contentsOfDirectory(atPath: full(path))) ?? []
    names += added.keys.filter { $0.hasPrefix(path + "/") }.map {
      String($0.dropFirst(path.count + 1))
    }
    return order(names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") && !$0.contains("/") })
      .map { "\(path)/\($0)" }
  }

  /// Ids of the packs: folders with a manifest.
  public var packs: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: full("\($0)/manifest.tsv"))
    }
  }

  /// Relative paths of all tables that a pack is made from, in no order that means anything.
  public func files(of pack: String) -> [String] {
    ["base", pack].flatMap { part in
      (FileManager.default.enumerator(atPath: full(part))?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".tsv") }.map { "\(part)/\($0)" }
    } + added.keys
  }

  /// The bytes of a file; nil if there is none.
  public func contents(_ path: String) -> [UInt8]? { bytes(path) }

  /// The same folder with one more table, as if it lay there: nothing is written.
  public func adding(_ path: String, _ text: String) -> SourceFolder {
    var copy = self
    copy.added[path] = Array(text.utf8)
    return copy
  }

  private func full(_ path: String) -> String { "\(root)/\(path)" }

  private func bytes(_ path: String) -> [UInt8]? {
    added[path] ?? FileManager.default.contents(atPath: full(path)).map { [UInt8]($0) }
  }
}
