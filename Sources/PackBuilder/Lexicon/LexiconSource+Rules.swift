import Classifier

/// A rule as read.
struct RuleSource {
  var id: String
  var kind: TargetKind
  var target: UInt16
  var weight: Float
  var window: RuleRecord.Window
  var span: UInt16
  var inOrder: Bool
  var all: [UInt16]
  var any: [UInt16]
  var none: [UInt16]
  var row: SourceRow
}

extension LexiconSource {
  mutating func readRules(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    var rows: [SourceRow] = []
    for path in folder.tables(in: "base/rules") {
      let table = folder.table(
        path, required: ["id", "target", "weight", "all", "any", "none", "window", "order"],
        into: &diagnostics)
      rows += table?.rows ?? []
    }
    var ids: Set<String> = []
    for row in rows {
      if !ids.insert(row["id"]).inserted {
        diagnostics.error(row, "规则 id“\(row["id"])”重复；请改名")
      }
      guard let target = vocabulary.target(row["target"], row, &diagnostics),
        let weight = number(row, "weight", in: -10...10, &diagnostics),
        let window = window(row, &diagnostics)
      else { continue }
      if target.kind == .concept {
        diagnostics.error(row, "规则的 target 不能是概念；请用类别、!危险、=诉求 或 %警务属性")
      }
      if !["any", "in-order"].contains(row["order"]) {
        diagnostics.error(row, "order 应为 any 或 in-order，不是“\(row["order"])”")
      }
      let all = concepts(row, "all", &diagnostics)
      let any = concepts(row, "any", &diagnostics)
      if all.isEmpty, any.isEmpty {
        diagnostics.error(row, "规则没有 all 也没有 any；请至少写一个概念")
        continue
      }
      rules.append(
        RuleSource(
          id: row["id"], kind: target.kind, target: target.index, weight: weight,
          window: window.kind, span: window.span, inOrder: row["order"] == "in-order", all: all,
          any: any, none: concepts(row, "none", &diagnostics), row: row))
    }
    rules.sort { $0.id < $1.id }
  }

  mutating func readFacts(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/facts.tsv", required: ["fact", "word", "measure", "within"], into: &diagnostics)
    for row in table?.rows ?? [] {
      vocabulary.facts.add(row["fact"], name: row["fact"], row, &diagnostics)
      let word =
        row["word"].isEmpty
        ? noIndex
        : vocabulary.lookUp(row["word"], in: vocabulary.concepts, "概念", row, &diagnostics)
          ?? noIndex
      let measure = vocabulary.lookUp(
        row["measure"], in: vocabulary.concepts, "概念", row, &diagnostics)
      let within = number(row, "within", in: 0...60, &diagnostics)
      facts.append((word, measure ?? noIndex, UInt16(within ?? 0)))
    }
    let numbers = folder.table(
      "base/numbers.tsv", required: ["concept", "fact", "min", "max"], into: &diagnostics)
    for row in numbers?.rows ?? [] {
      guard
        let concept = vocabulary.lookUp(
          row["concept"], in: vocabulary.concepts, "概念", row, &diagnostics),
        let fact = vocabulary.lookUp(row["fact"], in: vocabulary.facts, "数字事实", row, &diagnostics)
      else { continue }
      let minimum = row["min"].isEmpty ? 0 : UInt32(row["min"])
      let maximum = row["max"].isEmpty ? UInt32.max : UInt32(row["max"])
      guard let minimum, let maximum, minimum <= maximum else {
        diagnostics.error(row, "min、max 应为不小于 0 的整数，且 min 不大于 max")
        continue
      }
      self.numbers.append(
        NumberRecord(concept: concept, fact: fact, minimum: minimum, maximum: maximum))
    }
  }

  private func concepts(
    _ row: SourceRow, _ column: String, _ diagnostics: inout Diagnostics
  ) -> [UInt16] {
    row.list(column).compactMap {
      vocabulary.lookUp($0, in: vocabulary.concepts, "概念", row, &diagnostics)
    }
  }

  private func window(
    _ row: SourceRow, _ diagnostics: inout Diagnostics
  ) -> (kind: RuleRecord.Window, span: UInt16)? {
    switch row["window"] {
    case "call": return (.call, 0)
    case "sentence": return (.sentence, 0)
    case "clause": return (.clause, 0)
    default:
      if let span = UInt16(row["window"]), (1...120).contains(span) { return (.codes, span) }
      diagnostics.error(row, "window 应为 call、sentence、clause 或 1 到 120 的字数，不是“\(row["window"])”")
      return nil
    }
  }
}
