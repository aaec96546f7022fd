import Classifier

/// All texts the term automaton looks for, with what each says.
struct PatternSource {
  struct Pattern {
    let folded: String
    /// As first written in a table.
    let text: String
    fileprivate(set) var postings: [Posting]
    /// Where each posting stands, and what makes it the same as another of its kind.
    fileprivate var places: [(identity: UInt16, row: SourceRow)]
  }

  /// In the order they were first met.
  private(set) var patterns: [Pattern] = []
  private var positions: [String: Int] = [:]
  private let fold: (String) -> String

  init(fold: @escaping (String) -> String) { self.fold = fold }

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
    guard let position = positions[folded] else {
      positions[folded] = patterns.count
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
      diagnostics.error(
        row, "词“\(text)”与 \(first.file):\(first.line) 重复（同一词、同一对象）；请删去一行")
      return
    }
    patterns[position].postings.append(posting)
    patterns[position].places.append((identity, row))
    if patterns[position].postings.count > 32 {
      diagnostics.error(row, "词“\(text)”的对象超过 32 个；请精简")
    }
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
