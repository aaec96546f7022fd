import Classifier
import Pack

/// All texts the term automaton looks for, with what each says.
struct PatternSource: Sendable {
  struct Pattern: Sendable {
    let folded: String
    /// As written in a table; of several ways, the least, so that the files' order says nothing.
    fileprivate(set) var text: String
    fileprivate(set) var postings: [Posting]
    /// Where each posting stands, and what makes it the same as another of its kind.
    fileprivate(set) var places: [(identity: UInt16, row: SourceRow)]
  }

  /// In the order they were first met.
  private(set) var patterns: [Pattern] = []
  /// The pattern with a folded text.
  subscript(folded: String) -> Pattern? { positions[TextKey(folded)].map { patterns[$0] } }
  private var positions: [TextKey: Int] = [:]
  private let fold: @Sendable (String) -> String

  init(fold: @escaping @Sendable (String) -> String) { self.fold = fold }

  /// Adds one thing a text says; the same thing twice is an error, with both places named.
  ///
  /// - Parameter identity: what “the same” means besides text and kind; the target if nil.
  mutating func add(
    _ text: String, _ posting: Posting, identity: UInt16? = nil, _ row: SourceRow,
    _ diagnostics: inout Diagnostics
  ) {
    let folded = fold(text)
    guard !folded.isEmpty else {
      diagnostics.error(row, "词“\(text)”为空或只有空格；请填写或删去这一行")
      return
    }
    guard folded.unicodeScalars.count <= Self.longest else {
      diagnostics.error(row, "词“\(text)”长于 \(Self.longest) 个字；请缩短成会重复出现的片段")
      return
    }
    guard !folded.unicodeScalars.contains(where: AlphabetCompiler.isBreak) else {
      diagnostics.error(row, "词“\(text)”含有标点；词不能跨越标点，请删去标点")
      return
    }
    let identity = identity ?? posting.target
    guard let position = positions[TextKey(folded)] else {
      positions[TextKey(folded)] = patterns.count
      patterns.append(
        Pattern(folded: folded, text: text, postings: [posting], places: [(identity, row)]))
      return
    }
    let same = patterns[position].postings.indices.first {
      let other = patterns[position].postings[$0]
      return other.kind == posting.kind && other.limit == posting.limit
        && patterns[position].places[$0].identity == identity
    }
    if let same {
      let first = patterns[position].places[same].row
      let why = clash(posting, with: patterns[position].postings)
      diagnostics.error(
        row, "词“\(text)”与 \(first.file):\(first.line) 重复（同一词、同一对象\(why)）；请删去一行")
      return
    }
    patterns[position].postings.append(posting)
    patterns[position].places.append((identity, row))
    patterns[position].text = min(patterns[position].text, text)
    if patterns[position].postings.count > 32 {
      diagnostics.error(row, "词“\(text)”的对象超过 32 个；请精简")
    }
  }

  /// How the weights of two rows that say the same differ, for the message.
  private func clash(_ posting: Posting, with others: [Posting]) -> String {
    guard
      let other = others.first(where: { $0.kind == posting.kind && $0.target == posting.target }),
      other.weight != posting.weight
    else { return "" }
    let weights = "\(other.weight) 与 \(posting.weight)"
    return other.weight * posting.weight < 0 ? "，权重一正一负：\(weights)" : "，权重不同：\(weights)"
  }

  /// In order of their folded text, whatever the order of the files.
  var sorted: [Pattern] {
    let keyed = patterns.indices.map { (key: patterns[$0].folded.orderingKey, position: $0) }
    return keyed.sorted {
      if $0.key != $1.key { return $0.key < $1.key }
      return patterns[$0.position].folded.unicodeScalars.lexicographicallyPrecedes(
        patterns[$1.position].folded.unicodeScalars)
    }.map { patterns[$0.position] }
  }

  private static let longest = 24
}

extension String {
  /// The first bytes as a number: in order of code points, as far as they tell texts apart.
  var orderingKey: UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in utf8.prefix(8) {
      key = key << 8 | UInt64(byte)
      count += 1
    }
    return key << UInt64(8 * (8 - count))
  }
}
