import TextNormICU

/// The normalization tables as read.
struct FoldSource {
  private typealias Pair = FoldComposer.Pair
  private var equivalents: [(pair: Pair, row: SourceRow)] = []
  private var overlay: [(pair: Pair, row: SourceRow)] = []

  init(_ folder: SourceFolder, into diagnostics: inout Diagnostics) {
    equivalents = Self.pairs(
      folder, "base/normalization/equivalent_unified_ideograph.tsv", &diagnostics)
    overlay = Self.pairs(folder, "base/normalization/variants.tsv", &diagnostics)
  }

  /// The fold table's image; empty if there are mistakes.
  func compose(into diagnostics: inout Diagnostics) -> [UInt8] {
    do {
      return try FoldComposer(
        equivalents: equivalents.map(\.pair), overlay: overlay.map(\.pair)
      ).compose()
    } catch {
      for problem in error.problems {
        let rows = problem.list == .overlay ? overlay : equivalents
        if let index = problem.row, rows.indices.contains(index) {
          diagnostics.error(rows[index].row, "字形表有误：\(problem.message)；请改正这一行")
        } else {
          diagnostics.error(file: "\(problem.list)", "字形表有误：\(problem)")
        }
      }
      return []
    }
  }

  private static func pairs(
    _ folder: SourceFolder, _ path: String, _ diagnostics: inout Diagnostics
  ) -> [(pair: Pair, row: SourceRow)] {
    var pairs: [(pair: Pair, row: SourceRow)] = []
    let table = folder.table(path, required: ["character", "target"], into: &diagnostics)
    for row in table?.rows ?? [] {
      let from = Array(row["character"].unicodeScalars)
      let to = Array(row["target"].unicodeScalars)
      guard from.count == 1, to.count == 1 else {
        diagnostics.error(row, "character 和 target 各应为一个字")
        continue
      }
      pairs.append((pair: (from[0], to[0]), row: row))
    }
    return pairs
  }
}
