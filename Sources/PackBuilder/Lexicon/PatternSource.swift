import Classifier

/// All texts the term automaton looks for, with what each says.
struct PatternSource {
  struct Pattern {
    /// As written in a table; of several ways, the least, so that the files' order says nothing.
    var text: String
    var postings: [Posting]
  }

  /// What a row says, whatever its weight.
  struct Key: Hashable {
    let folded: String
    let kind: TargetKind
    let limit: TargetKind
    let target: UInt16
  }

  /// Folded text → pattern.
  private(set) var patterns: [String: Pattern] = [:]
  /// Where each thing was first said.
  private(set) var places: [Key: SourceRow] = [:]
  let fold: (String) -> String

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
    let key = Key(
      folded: folded, kind: posting.kind, limit: posting.limit,
      target: identity ?? posting.target)
    if let first = places[key] {
      let why = clash(posting, with: patterns[folded]?.postings ?? [])
      diagnostics.error(
        row, "词“\(text)”与 \(first.file):\(first.line) 重复（同一词、同一对象\(why)）；请删去一行")
      return
    }
    places[key] = row
    patterns[folded, default: Pattern(text: text, postings: [])].postings.append(posting)
    patterns[folded]!.text = min(patterns[folded]!.text, text)
    if patterns[folded]!.postings.count > 32 {
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
  var sorted: [(folded: String, pattern: Pattern)] {
    patterns.map { (folded: $0.key, pattern: $0.value) }
      .sorted { $0.folded.unicodeScalars.lexicographicallyPrecedes($1.folded.unicodeScalars) }
  }

  private static let longest = 24
}
