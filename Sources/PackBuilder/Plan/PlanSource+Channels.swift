import Classifier
import Pack
import Routing

extension PlanSource {
  struct Channel {
    var id: String
    var name: String
    var kind: String
    var number: String
    var unit: UInt16
    var conditions: [ConditionRecord]
    var citations: [UInt16]
  }

  static let channelKinds = ["phone", "platform", "three-way", "group", "transfer", "radio"]

  /// Reads how items are handed on, and the facts that never affect routing.
  mutating func readChannels(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.optionalTable(
      "\(pack)/channels.tsv", required: ["id", "name", "kind", "number", "unit", "rules"],
      optional: ["when", "note"], into: &diagnostics)
    var seen: [String: Int] = [:]
    for row in table?.rows ?? [] {
      if let first = seen.updateValue(row.line, forKey: row["id"]) {
        diagnostics.error(row, "渠道“\(row["id"])”与第 \(first) 行重复；请改名或删去一行")
      }
      if !Self.channelKinds.contains(row["kind"]) {
        diagnostics.error(
          row, "不认识的渠道种类“\(row["kind"])”；可用：\(Self.channelKinds.joined(separator: "、"))")
      }
      var unit = noIndex
      if !row["unit"].isEmpty {
        guard
          let index = lexicon.vocabulary.lookUp(row["unit"], in: units, "单位", row, &diagnostics)
        else { continue }
        unit = index
      }
      channels.append(
        Channel(
          id: row["id"], name: row["name"], kind: row["kind"], number: row["number"], unit: unit,
          conditions: conditions(row, lexicon, &diagnostics), citations: rules(row, &diagnostics)))
    }
    warnOfSharedNumbers(table, &diagnostics)
    let facts = folder.optionalTable(
      "\(pack)/metadata.tsv", required: ["rule", "key", "value"],
      optional: ["scores", "note"], into: &diagnostics)
    for row in facts?.rows ?? [] {
      if citations[row["rule"]] == nil {
        diagnostics.error(row, "规则“\(row["rule"])”在 citations.tsv 里没有；请补上出处或改正")
      }
      metadata.append((row["rule"], row["key"], row["value"]))
      guard !row["scores"].isEmpty else { continue }
      if citations[row["scores"]] == nil {
        diagnostics.error(row, "scores 里的规则“\(row["scores"])”在 citations.tsv 里没有；请补上出处或改正")
      } else {
        appraisals.append(row)
      }
    }
  }

  /// One number on two lines may be a slip, or the plan's own choice.
  private func warnOfSharedNumbers(_ table: SourceTable?, _ diagnostics: inout Diagnostics) {
    var first: [String: SourceRow] = [:]
    for row in table?.rows ?? [] where row["kind"] == "phone" && !row["number"].isEmpty {
      if let other = first[row["number"]] {
        diagnostics.warning(
          row, "号码 \(row["number"]) 与第 \(other.line) 行“\(other["name"])”相同；若方案如此，请在 note 说明")
      } else {
        first[row["number"]] = row
      }
    }
  }

  /// Writes both tables.
  func writeChannels(
    into writer: inout ImageWriter, conditions: ([ConditionRecord]) -> ListRef,
    citations: ([UInt16]) -> ListRef
  ) {
    var records: [ChannelRecord] = []
    for channel in channels {
      records.append(
        ChannelRecord(
          id: writer.string(channel.id), name: writer.string(channel.name),
          kind: writer.string(channel.kind), number: writer.string(channel.number),
          unit: channel.unit, conditions: conditions(channel.conditions),
          citations: citations(channel.citations)))
    }
    writer.add(.channels, records)
    var facts: [MetadataRecord] = []
    for fact in metadata {
      facts.append(
        MetadataRecord(
          rule: writer.string(fact.rule), key: writer.string(fact.key),
          value: writer.string(fact.value)))
    }
    writer.add(.metadata, facts)
  }
}
