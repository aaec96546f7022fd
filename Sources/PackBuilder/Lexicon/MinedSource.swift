import Classifier

/// `base/mined.tsv`: character sequences with weights fitted to labelled calls by `fenliu tune`.
///
/// `text` is folded; `weights` lists `target:weight`, where a target is a category, `%police`,
/// `%non-police` or `!` for urgency. The text `*` stands for every call.
struct MinedSource {
  struct Term {
    var text: String
    var postings: [MinedPosting]
    var rarity: Float
  }

  private(set) var terms: [Term] = []
  private(set) var biases: [Float] = []

  init() {}

  /// A model that says nothing.
  init(vocabulary: Vocabulary) {
    biases = Array(repeating: 0, count: vocabulary.categories.count + MinedModel.extraTargets)
  }

  /// A file that is not there is an empty model.
  init(_ folder: SourceFolder, vocabulary: Vocabulary, into diagnostics: inout Diagnostics) {
    self.init(vocabulary: vocabulary)
    let table = folder.optionalTable(
      Self.path, required: ["text", "rarity", "weights"], into: &diagnostics)
    var seen: [String: Int] = [:]
    for row in table?.rows ?? [] {
      let text = row["text"]
      if let first = seen.updateValue(row.line, forKey: text) {
        diagnostics.error(row, "“\(text)”与第 \(first) 行重复；请删去一行")
        continue
      }
      guard
        text == "*"
          || (1...24).contains(text.unicodeScalars.count)
            && !text.unicodeScalars.contains(where: AlphabetCompiler.isBreak)
      else {
        diagnostics.error(row, "“\(text)”应为 1 到 24 个字，不含标点")
        continue
      }
      let postings = row.list("weights").compactMap {
        Self.posting($0, vocabulary, row, &diagnostics)
      }
      if text == "*" {
        for posting in postings {
          biases[Int(posting.target)] = Float(posting.weight) / MinedModel.unit
        }
      } else {
        guard let rarity = number(row, "rarity", in: 0...60, &diagnostics) else { continue }
        terms.append(
          Term(text: text, postings: postings.sorted { $0.target < $1.target }, rarity: rarity))
      }
    }
    terms.sort { $0.text.unicodeScalars.lexicographicallyPrecedes($1.text.unicodeScalars) }
  }

  static let path = "base/mined.tsv"

  private static func posting(
    _ word: String, _ vocabulary: Vocabulary, _ row: SourceRow, _ diagnostics: inout Diagnostics
  ) -> MinedPosting? {
    let parts = word.split(separator: ":").map(String.init)
    guard parts.count == 2, let weight = Float(parts[1]), abs(weight) <= 60 else {
      diagnostics.error(row, "权重应写作 theft:0.42（绝对值不超过 60），不是“\(word)”")
      return nil
    }
    let categories = vocabulary.categories.count
    let target: Int
    if parts[0] == "!" {
      target = categories + MinedModel.extraTargets - 1
    } else if let found = vocabulary.target(parts[0], row, &diagnostics) {
      switch found.kind {
      case .category: target = Int(found.index)
      case .side: target = categories + Int(found.index)
      default:
        diagnostics.error(row, "训练词的对象只能是类别、%police、%non-police 或 !，不是“\(parts[0])”")
        return nil
      }
    } else {
      return nil
    }
    return MinedPosting(
      target: UInt16(target), weight: Int16((weight * MinedModel.unit).rounded()))
  }
}
