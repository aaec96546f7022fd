public import PackBuilder

/// What differs between the tables of two lexicon folders, told by which calls it can touch.
///
/// A term, exclusion or cue says nothing about a call that does not contain it, and a rule nothing
/// about a call that lacks its concepts; so after an edit of such rows only the calls that contain
/// one of the texts need routing again. Any other table may touch every call.
///
/// Rules add up in an order that depends on how many terms their concepts have, so an untouched
/// call's score may differ in its last bit; only a tie to that bit could be decided otherwise.
public enum LexiconEdit: Sendable, Equatable {
  /// Nothing that affects routing.
  case nothing
  /// Rows with these texts, and rules that need a term of one of these concepts.
  case rows(texts: Set<String>, concepts: Set<String>)
  /// Tables of which nothing is known; the first of them.
  case everything(file: String)

  /// Compares the tables of one pack in two folders. O(size of both); only files whose bytes differ
  /// are parsed.
  public init(from before: SourceFolder, to after: SourceFolder, pack: String) {
    var texts: Set<String> = []
    var concepts: Set<String> = []
    var kinds: [Kind: [String]] = [:]
    let files = Set(before.files(of: pack)).union(after.files(of: pack))
    for file in files.sorted() where before.contents(file) != after.contents(file) {
      kinds[Kind(file, pack: pack), default: []].append(file)
    }
    kinds[.silent] = nil
    if let other = kinds[.other]?.first {
      self = .everything(file: other)
      return
    }
    for (kind, files) in kinds {
      let changed = Self.rows(of: kind, in: files, before)
        .changes(to: Self.rows(of: kind, in: files, after))
      if kind != .rules {
        texts.formUnion(changed.map { $0[0] })
        continue
      }
      // What a number stands for is no term: such a concept can't be looked for in a text.
      let numbers = Set([before, after].flatMap(Self.numberConcepts))
      for rule in changed {
        guard let needed = Self.needed(by: rule, numbers: numbers) else {
          self = .everything(file: files[0])
          return
        }
        concepts.formUnion(needed)
      }
    }
    self = texts.isEmpty && concepts.isEmpty ? .nothing : .rows(texts: texts, concepts: concepts)
  }

  private enum Kind: Hashable {
    case terms, exclusions, cues, rules
    /// Never affects where a call goes.
    case silent
    case other

    init(_ file: String, pack: String) {
      if file.hasPrefix("base/terms/") || file.hasPrefix("\(pack)/terms/") {
        self = .terms
      } else if file.hasPrefix("base/exclusions/") {
        self = .exclusions
      } else if file.hasPrefix("base/rules/") {
        self = .rules
      } else if file == "base/cues.tsv" {
        self = .cues
      } else if ["\(pack)/cases.tsv", "\(pack)/metadata.tsv"].contains(file) {
        self = .silent
      } else {
        self = .other
      }
    }

    /// The columns that count; what is looked for in calls stands first.
    var columns: [String] {
      switch self {
      case .terms: ["term", "target", "weight", "kind"]
      case .exclusions: ["text", "target"]
      case .cues: ["cue", "context", "direction", "reach", "bound"]
      case .rules: ["all", "any", "id", "target", "weight", "none", "window", "order"]
      case .silent, .other: []
      }
    }
  }

  /// The rows of some files, as cells in the order of the kind's columns. Mistakes are the
  /// compiler's to report.
  private static func rows(of kind: Kind, in files: [String], _ folder: SourceFolder) -> [[String]]
  {
    var ignored = Diagnostics()
    return files.flatMap { file in
      folder.optionalTable(file, required: kind.columns, into: &ignored)?.rows ?? []
    }.map { row in kind.columns.map { row[$0] } }
  }

  /// Concepts of which at least one is in every call the rule can hold for: one of `all`, else any
  /// of `any`; nil if only a number shows it.
  private static func needed(by rule: [String], numbers: Set<String>) -> [String]? {
    func list(_ cell: String) -> [String] {
      cell.split(whereSeparator: { " ;；".contains($0) }).map(String.init)
    }
    let all = list(rule[0])
    if !all.isEmpty { return all.first { !numbers.contains($0) }.map { [$0] } }
    let any = list(rule[1])
    return any.contains(where: numbers.contains) ? nil : any
  }

  private static func numberConcepts(_ folder: SourceFolder) -> [String] {
    var ignored = Diagnostics()
    let table = folder.optionalTable(
      "base/numbers.tsv", required: ["concept", "fact", "min", "max"], into: &ignored)
    return table?.rows.map { $0["concept"] } ?? []
  }
}

extension [[String]] {
  /// Rows that one list has more often than the other.
  fileprivate func changes(to other: [[String]]) -> [[String]] {
    var counts: [[String]: Int] = [:]
    for row in self { counts[row, default: 0] -= 1 }
    for row in other { counts[row, default: 0] += 1 }
    return counts.filter { $0.value != 0 }.map(\.key)
  }
}
