import Foundation

/// Reads a table of the repository: rows of cells, without header, comments and empty lines.
func rows(_ path: String, columns: Int) throws -> [[String]] {
  let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let text = try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  return text.split(whereSeparator: \.isNewline).dropFirst()
    .filter { !$0.hasPrefix("#") }
    .map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      precondition(cells.count == columns, "\(path): “\(line)” hasn't \(columns) columns")
      return cells
    }
}

/// The first two cells of each row, one character each.
func pairs(_ path: String) throws -> [(Unicode.Scalar, Unicode.Scalar)] {
  try rows(path, columns: 3).map { row in
    precondition(
      row[0].unicodeScalars.count == 1 && row[1].unicodeScalars.count == 1, "\(path): \(row)")
    return (row[0].unicodeScalars.first!, row[1].unicodeScalars.first!)
  }
}

let equivalentsPath = "lexicons/base/normalization/equivalent_unified_ideograph.tsv"
let overlayPath = "lexicons/base/normalization/variants.tsv"
let phrasesPath = "Tests/TextNormTests/Fixtures/hant_hans_phrase_exceptions.tsv"
