/// What answers a rule of the plan: computed (and the case that shows it), carried as metadata, or
/// out of a router's scope with a reason.
public struct RuleAnswer: Sendable {
  public enum Kind: String, Sendable { case computed, metadata, out }

  public let rule: String
  public let kind: Kind
  /// Ids of cases, keys of metadata, or the reason.
  public let by: String

  /// Reads the columns `answer` and `by` of `<pack>/citations.tsv` and holds them against the cases
  /// and the metadata. A row without `answer` is no rule of its own.
  public static func read(
    _ folder: SourceFolder, pack: String, cases: [RuleCase], into diagnostics: inout Diagnostics
  ) -> [RuleAnswer] {
    let table = folder.optionalTable(
      "\(pack)/citations.tsv", required: ["rule", "document", "section"],
      optional: ["answer", "by", "note"], into: &diagnostics)
    let facts = folder.optionalTable(
      "\(pack)/metadata.tsv", required: ["rule", "key", "value"],
      optional: ["scores", "note"], into: &diagnostics)
    let keys = Set((facts?.rows ?? []).map { $0["key"] })
    let rules = Set((table?.rows ?? []).map { $0["rule"] })
    for test in cases {
      for rule in test.rules where !rules.contains(rule) {
        diagnostics.error(test.row, "规则“\(rule)”在 citations.tsv 里没有；请补上出处或改正")
      }
    }
    var answers: [RuleAnswer] = []
    for row in table?.rows ?? [] where !row["answer"].isEmpty {
      guard let kind = Kind(rawValue: row["answer"]) else {
        diagnostics.error(row, "answer 应为 computed、metadata 或 out，不是“\(row["answer"])”")
        continue
      }
      switch kind {
      case .computed:
        for id in row.list("by")
        where !cases.contains(where: {
          $0.id == id && $0.kind != .knownGap && $0.rules.contains(row["rule"])
        }) {
          diagnostics.error(row, "cases.tsv 里没有写明规则“\(row["rule"])”的用例“\(id)”；请补上或改正")
        }
      case .metadata:
        for key in row.list("by") where !keys.contains(key) {
          diagnostics.error(row, "metadata.tsv 里没有“\(key)”；请补上或改正")
        }
      case .out: break
      }
      if row["by"].isEmpty { diagnostics.error(row, "by 是空的；请写明用例、元数据的键或理由") }
      answers.append(RuleAnswer(rule: row["rule"], kind: kind, by: row["by"]))
    }
    return answers
  }
}
