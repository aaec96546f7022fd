import Foundation

/// The calls a benchmark routes.
package enum Corpus {
  /// The pack's training batches, in the order of `corpora/splits.tsv`: that new batches come last
  /// keeps the first calls the same. All packs' for nil.
  ///
  /// - Throws: if the table of splits cannot be read.
  package static func trainingFiles(_ pack: String?, in folder: String = "corpora") throws
    -> [String]
  {
    try rows("\(folder)/splits.tsv").compactMap { cells in
      guard cells.count >= 3, cells[2] == "train", pack == nil || cells[0] == pack! else {
        return nil
      }
      return "\(folder)/\(cells[0])/\(cells[1]).tsv"
    }
  }

  /// The texts of all files, as UTF-8: the column `text`, or a call a line where there is none.
  package static func texts(_ files: [String]) throws -> [[UInt8]] {
    try files.flatMap { file -> [[UInt8]] in
      let lines = try rows(file)
      guard let column = lines.first?.firstIndex(of: "text") else {
        return lines.map { Array($0.joined(separator: "\t").utf8) }
      }
      return lines.dropFirst().compactMap { cells in
        column < cells.count ? Array(cells[column].utf8) : nil
      }
    }
  }

  private static func rows(_ file: String) throws -> [[Substring]] {
    // A line end is one character, be it LF or CR LF.
    try String(contentsOfFile: file, encoding: .utf8)
      .split { $0 == "\n" || $0 == "\r\n" }
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
