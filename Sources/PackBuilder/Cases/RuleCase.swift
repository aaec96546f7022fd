public import Routing

/// A rule test of a pack: a call, and what the plan demands of the answer.
public struct RuleCase: Sendable {
  public enum Kind: String, Sendable {
    /// What is expected must be there.
    case must
    /// What is listed must not be there.
    case mustNot = "must-not"
    /// Known not to work yet.
    case knownGap = "known-gap"
  }

  public let id: String
  public let kind: Kind
  public let text: String
  public let instant: Instant?
  /// Keys and values: `lead=县公安局/处警`, `urgent=yes`, `obligation=单位/动作/PT30M/接报` …
  public let expectations: [(key: String, value: String)]
  /// The rules it shows.
  public let rules: [String]
  public let row: SourceRow

  /// The same call and expectations under another kind.
  public init(_ other: RuleCase, as kind: Kind) {
    self.init(
      id: other.id, kind: kind, text: other.text, instant: other.instant,
      expectations: other.expectations, rules: other.rules, row: other.row)
  }

  private init(
    id: String, kind: Kind, text: String, instant: Instant?,
    expectations: [(key: String, value: String)], rules: [String], row: SourceRow
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.instant = instant
    self.expectations = expectations
    self.rules = rules
    self.row = row
  }

  /// Keys that `expect` may hold.
  public static let keys = [
    "category", "policing", "urgent", "lead", "co", "notify", "level", "township", "village",
    "area", "obligation", "channel", "intent", "basis", "next",
  ]

  /// Reads `<pack>/cases.tsv`; a pack need not have one.
  public static func read(
    _ folder: SourceFolder, pack: String, into diagnostics: inout Diagnostics
  ) -> [RuleCase] {
    let table = folder.optionalTable(
      "\(pack)/cases.tsv", required: ["id", "kind", "text", "at", "expect", "rules"],
      into: &diagnostics)
    var cases: [RuleCase] = []
    var seen: [String: Int] = [:]
    for row in table?.rows ?? [] {
      if let first = seen.updateValue(row.line, forKey: row["id"]) {
        diagnostics.error(row, "id“\(row["id"])”与第 \(first) 行重复；请改名")
      }
      guard let kind = Kind(rawValue: row["kind"]) else {
        diagnostics.error(row, "kind 应为 must、must-not 或 known-gap，不是“\(row["kind"])”")
        continue
      }
      let instant = Instant(rfc3339: row["at"])
      if !row["at"].isEmpty, instant == nil {
        diagnostics.error(row, "at 应写作 2026-11-21T20:43:00+08:00，不是“\(row["at"])”")
      }
      var expectations: [(key: String, value: String)] = []
      for word in row["expect"].split(separator: " ") {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, keys.contains(parts[0]) else {
          diagnostics.error(row, "不认识的期望“\(word)”；可用：\(keys.joined(separator: "、"))，写作 键=值")
          continue
        }
        expectations.append((parts[0], parts[1]))
      }
      if expectations.isEmpty { diagnostics.error(row, "expect 是空的；请写明应当怎样") }
      cases.append(
        RuleCase(
          id: row["id"], kind: kind, text: row["text"], instant: instant,
          expectations: expectations, rules: row.list("rules"), row: row))
    }
    return cases
  }
}
