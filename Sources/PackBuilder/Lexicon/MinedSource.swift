import Classifier

/// `base/mined.tsv`: character sequences with weights fitted to labelled calls by `fenliu tune`.
///
/// `text` is folded; `weights` lists `target:weight`, where a target is a category, `%police`,
/// `%non-police` or `!` for urgency. The text `*` stands for every call. `base/mined_locked.tsv` has
/// the same columns: rows that somebody fixed by hand.
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

  /// Files that are not there are empty. A row of `base/mined_locked.tsv` stands in the place of the
  /// row with its text in `base/mined.tsv`.
  init(_ folder: SourceFolder, vocabulary: Vocabulary, into diagnostics: inout Diagnostics) {
    self.init(vocabulary: vocabulary)
    let targets = Self.targets(vocabulary)
    var locked: Set<String> = []
    for path in [Self.lockedPath, Self.path] {
      var seen: [String: Int] = [:]
      let table = folder.optionalTable(
        path, required: ["text", "rarity", "weights"], into: &diagnostics)
      for row in table?.rows ?? [] {
        let text = row["text"]
        if let first = seen.updateValue(row.line, forKey: text) {
          diagnostics.error(row, "“\(text)”与第 \(first) 行重复；请删去一行")
        } else if !locked.contains(text) {
          read(row, targets, vocabulary, &diagnostics)
        }
      }
      if path == Self.lockedPath { locked = Set(seen.keys) }
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

  private mutating func read(
    _ row: SourceRow, _ targets: [String: UInt16], _ vocabulary: Vocabulary,
    _ diagnostics: inout Diagnostics
  ) {
    let text = row["text"]
    guard
      text == "*"
        || (1...24).contains(text.unicodeScalars.count)
          && !text.unicodeScalars.contains(where: AlphabetCompiler.isBreak)
    else {
      diagnostics.error(row, "“\(text)”应为 1 到 24 个字，不含标点")
      return
    }
    let postings = row["weights"].utf8.split(separator: UInt8(ascii: " ")).compactMap {
      Self.posting($0, targets, vocabulary, row, &diagnostics)
    }
    if text == "*" {
      for posting in postings {
        biases[Int(posting.target)] = Float(posting.weight) / MinedModel.unit
      }
    } else if let rarity = number(row, "rarity", in: 0...60, &diagnostics) {
      terms.append(
        Term(text: text, postings: postings.sorted { $0.target < $1.target }, rarity: rarity))
    }
  }

  /// What a weight may be given to, by its name.
  private static func targets(_ vocabulary: Vocabulary) -> [String: UInt16] {
    var targets: [String: UInt16] = [:]
    for (index, id) in vocabulary.categories.ids.enumerated() { targets[id] = UInt16(index) }
    let categories = vocabulary.categories.count
    for side in Policing.allCases {
      targets["%\(side.name)"] = UInt16(categories) + UInt16(side.rawValue)
    }
    targets["!"] = UInt16(categories + MinedModel.extraTargets - 1)
    return targets
  }

  private static func posting(
    _ word: Substring.UTF8View, _ targets: [String: UInt16], _ vocabulary: Vocabulary,
    _ row: SourceRow, _ diagnostics: inout Diagnostics
  ) -> MinedPosting? {
    let text = String(Substring(word))
    guard let colon = word.firstIndex(of: UInt8(ascii: ":")),
      let weight = decimal(word[word.index(after: colon)...]), abs(weight) <= 60
    else {
      diagnostics.error(row, "权重应写作 theft:0.42（绝对值不超过 60），不是“\(text)”")
      return nil
    }
    let name = String(Substring(word[..<colon]))
    guard let target = targets[name] else {
      if vocabulary.target(name, row, &diagnostics) != nil {
        diagnostics.error(row, "训练词的对象只能是类别、%police、%non-police 或 !，不是“\(name)”")
      }
      return nil
    }
    return MinedPosting(target: target, weight: Int16((weight * MinedModel.unit).rounded()))
  }

  /// A number like -1.25, up to seven digits: a quarter million of them are read for each pack.
  private static func decimal(_ digits: Substring.UTF8View) -> Float? {
    var digits = digits
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    var mantissa = 0
    var scale = 1
    var count = 0
    var hasPoint = false
    for byte in digits {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 7 else { return nil }
      mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
      if hasPoint { scale *= 10 }
      count += 1
    }
    guard count > 0 else { return nil }
    // Both are exact, so the quotient is rounded once, like any literal.
    return (isNegative ? -1 : 1) * Float(mantissa) / Float(scale)
  }
}
