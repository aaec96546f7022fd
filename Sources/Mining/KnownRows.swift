import Classifier
import Pack
import PackBuilder

/// What the tables say already.
struct KnownRows {
  private var terms: [String: Set<[UInt16]>] = [:]
  private var exclusions: Set<[UInt16]> = []
  /// Target and concepts of each rule.
  private var rules: [(target: String, all: Set<String>)] = []
  private(set) var ruleIDs: Set<String> = []

  init(_ lexicon: Lexicon, _ folder: SourceFolder, fold: (String) -> String) {
    for index in lexicon.patterns.indices {
      let record = lexicon.patterns[index]
      let text = Array(fold(lexicon.strings[record.text]).utf16)
      let first = Int(record.firstPosting)
      for posting in first..<first + Int(record.postingCount) {
        let posting = lexicon.postings[posting]
        let target = Int(posting.target)
        switch posting.kind {
        case .category:
          terms[lexicon.strings[lexicon.categories[target].id], default: []].insert(text)
        case .danger:
          terms["!", default: []].insert(text)
        case .exclusion: exclusions.insert(text)
        default: break
        }
      }
    }
    var ignored = Diagnostics()
    for path in folder.tables(in: "base/rules") {
      let table = folder.optionalTable(
        path, required: ["id", "target", "weight", "all", "any", "none", "window", "order"],
        into: &ignored)
      for row in table?.rows ?? [] {
        ruleIDs.insert(row["id"])
        let target = row["target"].hasPrefix("!") ? "!" : row["target"]
        if !row.list("all").isEmpty { rules.append((target, Set(row.list("all")))) }
      }
    }
  }

  /// True if a text holds a term of the class, or is one: then it says nothing new.
  ///
  /// - Parameter whole: true asks for the very text only.
  func hasTerm(in text: [UInt16], whole: Bool = false, for kind: MiningClass) -> Bool {
    guard let known = terms[Self.key(kind)] else { return false }
    if whole { return known.contains(text) }
    return text.indices.contains { start in
      (start..<text.count).contains { known.contains(Array(text[start...$0])) }
    }
  }

  func hasExclusion(_ text: [UInt16]) -> Bool { exclusions.contains(text) }

  /// True if some rule already draws the conclusion from these concepts or fewer.
  func hasRule(from concepts: Set<String>, for kind: MiningClass) -> Bool {
    rules.contains { $0.target == Self.key(kind) && $0.all.isSubset(of: concepts) }
  }

  private static func key(_ kind: MiningClass) -> String {
    switch kind {
    case .category(let id): id
    case .urgent: "!"
    }
  }
}
