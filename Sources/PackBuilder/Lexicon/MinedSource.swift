import Classifier
import Pack

/// `base/mined.tsv`: character sequences with weights fitted to labelled calls by `fenliu tune`.
///
/// `text` is folded; `weights` lists `target:weight`, where a target is a category, `%police`,
/// `%non-police` or `!` for urgency. The text `*` stands for every call; a number without a name is
/// for the target at its place in that row. `base/mined_locked.tsv` has the same columns: rows that
/// somebody fixed by hand.
struct MinedSource {
  struct Term: Sendable {
    var text: String
    var record: MinedTerm
    /// What it says of the categories.
    var blocks: [MinedBlock]
  }

  private(set) var terms: [Term] = []
  private(set) var biases: [Float] = []

  init() {}

  /// A model that says nothing.
  init(vocabulary: Vocabulary) {
    biases = Array(repeating: 0, count: vocabulary.categories.count + MinedModel.extraTargets)
  }

  /// Files that are not there are empty. A row of `base/mined_locked.tsv` stands in the place of the
  /// row with its text in `base/mined.tsv`.
  init(_ folder: SourceFolder, vocabulary: Vocabulary, into diagnostics: inout Diagnostics) {
    self.init(vocabulary: vocabulary)
    let targets = MinedTargets(vocabulary)
    let locked = Rows(folder, Self.lockedPath, without: [], targets, into: &diagnostics)
    let fitted = Rows(folder, Self.path, without: locked.texts, targets, into: &diagnostics)
    // Millions of weights: each half of the rows on a core of its own, if one is free.
    let middle = fitted.rows.count / 2
    let halves = concurrently(
      { Part(fitted.rows[..<middle], fitted.order, targets) },
      { Part(fitted.rows[middle...], fitted.order, targets) })
    for part in [Part(locked.rows[...], locked.order, targets), halves.0, halves.1] {
      terms += part.terms
      if let found = part.biases { biases = found }
      diagnostics.append(part.diagnostics)
    }
    let keyed = terms.indices.map { (key: terms[$0].text.orderingKey, position: $0) }
    terms = keyed.sorted {
      if $0.key != $1.key { return $0.key < $1.key }
      return terms[$0.position].text.unicodeScalars.lexicographicallyPrecedes(
        terms[$1.position].text.unicodeScalars)
    }.map { terms[$0.position] }
  }

  static let path = "base/mined.tsv"
  static let lockedPath = "base/mined_locked.tsv"

  /// The rows of a table.
  private struct Rows: Sendable {
    var rows: [SourceRow] = []
    /// Their texts, and those left out.
    var texts: Set<TextKey> = []
    /// The targets of the row `*`, whose weights need not be named.
    var order: [Int] = []

    init(
      _ folder: SourceFolder, _ path: String, without locked: Set<TextKey>,
      _ targets: MinedTargets, into diagnostics: inout Diagnostics
    ) {
      let table = folder.optionalTable(
        path, required: ["text", "rarity", "weights"], into: &diagnostics)
      var seen: [TextKey: Int] = [:]
      for row in table?.rows ?? [] {
        let text = row["text"]
        if text == "*", order.isEmpty { order = targets.order(of: row) }
        if let first = seen.updateValue(row.line, forKey: TextKey(text)) {
          diagnostics.error(row, "“\(text)”与第 \(first) 行重复；请删去一行")
        } else if !locked.contains(TextKey(text)) {
          rows.append(row)
        }
      }
      texts = Set(seen.keys)
    }
  }

  /// What some of the rows say.
  private struct Part: Sendable {
    var terms: [Term] = []
    var biases: [Float]?
    var diagnostics = Diagnostics()

    init(_ rows: ArraySlice<SourceRow>, _ order: [Int], _ targets: MinedTargets) {
      var weights = [Float](repeating: 0, count: targets.count)
      for row in rows {
        let text = row["text"]
        guard
          text == "*"
            || (1...24).contains(text.unicodeScalars.count)
              && !text.unicodeScalars.contains(where: AlphabetCompiler.isBreak)
        else {
          diagnostics.error(row, "“\(text)”应为 1 到 24 个字，不含标点")
          continue
        }
        for target in weights.indices { weights[target] = 0 }
        read(row, order, targets, into: &weights)
        if text == "*" {
          biases = targets.biases(weights)
        } else if let rarity = number(row, "rarity", in: 0...60, &diagnostics) {
          terms.append(targets.term(text, rarity: rarity, weights))
        }
      }
    }

    private mutating func read(
      _ row: SourceRow, _ order: [Int], _ targets: MinedTargets, into weights: inout [Float]
    ) {
      row.withBytes("weights") { bytes in
        var words = WeightWords(order: order)
        while let word = words.next(in: bytes, targets) {
          if let weight = word.weight, abs(weight) <= 60, let target = word.target {
            weights[target] = weight
          } else {
            report(word, row, targets)
          }
        }
      }
    }

    private mutating func report(_ word: WeightWord, _ row: SourceRow, _ targets: MinedTargets) {
      guard let weight = word.weight, abs(weight) <= 60 else {
        diagnostics.error(row, "权重应写作 theft:0.42（绝对值不超过 60），不是“\(word.text(in: row))”")
        return
      }
      let text = word.text(in: row)
      guard let colon = text.firstIndex(of: ":") else {
        diagnostics.error(row, "“\(text)”没有写明对象，“*”那一行又没有这么多对象；请重新运行 fenliu tune")
        return
      }
      targets.report(String(text[..<colon]), row, &diagnostics)
    }
  }
}
