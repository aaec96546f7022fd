import ArgumentParser
import Foundation

/// The calls a benchmark routes.
enum Corpus {
  /// The pack's batches in `corpora/`, in order of their names.
  static func defaultFiles(_ pack: String) throws -> [String] {
    let folder = "corpora/\(pack)"
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".tsv") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The texts of all files, as UTF-8.
  static func texts(_ files: [String]) throws -> [[UInt8]] {
    try files.flatMap { file -> [[UInt8]] in
      let lines = try String(contentsOfFile: file, encoding: .utf8)
        .split(separator: "\n").map(String.init)
      let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
      guard let column = header.firstIndex(of: "text") else { return lines.map { Array($0.utf8) } }
      return lines.dropFirst().compactMap { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return column < cells.count ? Array(cells[column].utf8) : nil
      }
    }
  }
}
