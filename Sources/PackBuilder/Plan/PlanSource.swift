import Classifier
import Pack
import Routing

/// A county's plan as read from its pack folder.
struct PlanSource {
  struct Manifest {
    var id = ""
    var name = ""
    var code = ""
    var jointRole = ""
    var townshipLabel = ""
    var effectiveFrom = Int32.min
    var effectiveTo = Int32.max
  }

  struct Duty {
    var category: UInt16
    var unit: UInt16
    var part: DutyRecord.Part
    var role: String
    var conditions: [ConditionRecord]
    var citations: [UInt16]
    var row: SourceRow
  }

  struct Level {
    var name: String
    var rank: Int
    var conditions: [ConditionRecord]
    var citations: [UInt16]
    var row: SourceRow
  }

  struct Obligation {
    var owner: ObligationRecord.Owner
    var unit: UInt16
    var within: Duration
    var fromReceipt: Bool
    var action: String
    var from: String
    var condition: String
    var rule: String
    var conditions: [ConditionRecord]
    var citations: [UInt16]
    var row: SourceRow
  }

  /// A limit: `PT30M` by the clock, `P2D` with `calendar` working.
  struct Duration {
    var text: String
    var clock: ObligationRecord.Clock
    var seconds: UInt32
  }

  var manifest = Manifest()
  var units = Vocabulary.Index()
  var citations = Vocabulary.Index()
  var citationRows: [(document: String, section: String)] = []
  var duties: [Duty] = []
  var policing: [(category: UInt16, side: Policing, citations: [UInt16])] = []
  var levels: [Level] = []
  var levelNames: [String] = []
  var obligations: [Obligation] = []
  var channels: [Channel] = []
  var metadata: [(rule: String, key: String, value: String)] = []
  /// Rows that say which rule's limit an appraisal scores.
  var appraisals: [SourceRow] = []
  var arbiters: [Arbiter] = []
  var unitAliases: [(unit: UInt16, name: String)] = []
  var starts: [String: StartEvent] = [:]
  var startRows: [SourceRow] = []

  init(
    _ folder: SourceFolder, pack: String, lexicon: LexiconSource,
    into diagnostics: inout Diagnostics
  ) {
    readManifest(folder, pack, &diagnostics)
    readCitations(folder, pack, &diagnostics)
    for row in folder.table(
      "\(pack)/units.tsv", required: ["id", "name"], optional: ["aliases", "note"],
      into: &diagnostics)?.rows
      ?? []
    {
      units.add(row["id"], name: row["name"], row, &diagnostics)
      if row["name"].isEmpty { diagnostics.error(row, "单位没有名称；请照方案填写") }
      if let unit = units[row["id"]] { unitAliases += row.list("aliases").map { (unit, $0) } }
    }
    readLevels(folder, pack, lexicon, &diagnostics)
    readDuties(folder, pack, lexicon, &diagnostics)
    readPolicing(folder, pack, lexicon, &diagnostics)
    readStarts(folder, &diagnostics)
    readObligations(folder, pack, lexicon, &diagnostics)
    readChannels(folder, pack, lexicon, &diagnostics)
    readArbiters(folder, pack, lexicon, &diagnostics)
  }

  private mutating func readCitations(
    _ folder: SourceFolder, _ pack: String, _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(
      "\(pack)/citations.tsv", required: ["rule", "document", "section"],
      optional: ["answer", "by", "note"], into: &diagnostics)
    for row in table?.rows ?? [] {
      citations.add(row["rule"], name: row["rule"], row, &diagnostics)
      citationRows.append((row["document"], row["section"]))
    }
  }

  private mutating func readLevels(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.optionalTable(
      "\(pack)/levels.tsv", required: ["level", "when", "rules"], into: &diagnostics)
    // Names first: conditions may speak of levels.
    for row in table?.rows ?? [] where !levelNames.contains(row["level"]) {
      levelNames.append(row["level"])
    }
    for row in table?.rows ?? [] {
      levels.append(
        Level(
          name: row["level"], rank: levelNames.firstIndex(of: row["level"])!,
          conditions: conditions(row, lexicon, &diagnostics), citations: rules(row, &diagnostics),
          row: row))
    }
  }

  private mutating func readDuties(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(
      "\(pack)/duties.tsv", required: ["category", "when", "unit", "part", "role", "rules"],
      into: &diagnostics)
    for row in table?.rows ?? [] {
      let parts: [String: DutyRecord.Part] = [
        "lead": .lead, "co": .co, "notify": .notify, "fallback": .fallback,
      ]
      guard let part = parts[row["part"]] else {
        diagnostics.error(row, "part 应为 lead、co、notify 或 fallback，不是“\(row["part"])”")
        continue
      }
      guard
        let category = row["category"] == "*"
          ? noIndex
          : lexicon.vocabulary.lookUp(
            row["category"], in: lexicon.vocabulary.categories, "类别", row, &diagnostics),
        let unit = lexicon.vocabulary.lookUp(row["unit"], in: units, "单位", row, &diagnostics)
      else { continue }
      let citations = rules(row, &diagnostics)
      if citations.isEmpty { diagnostics.error(row, "职责没有引用方案的规则；请在 rules 列写明规则 id") }
      duties.append(
        Duty(
          category: category, unit: unit, part: part, role: row["role"],
          conditions: conditions(row, lexicon, &diagnostics), citations: citations, row: row))
    }
  }

  private mutating func readPolicing(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.optionalTable(
      "\(pack)/policing.tsv", required: ["category", "policing", "rules"], into: &diagnostics)
    for row in table?.rows ?? [] {
      guard
        let category = lexicon.vocabulary.lookUp(
          row["category"], in: lexicon.vocabulary.categories, "类别", row, &diagnostics)
      else { continue }
      policing.append(
        (category, lexicon.side(row, "policing", &diagnostics), rules(row, &diagnostics)))
    }
  }

  private mutating func readObligations(
    _ folder: SourceFolder, _ pack: String, _ lexicon: LexiconSource,
    _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(
      "\(pack)/obligations.tsv",
      required: ["owner", "action", "within", "calendar", "from", "when", "condition", "rule"],
      into: &diagnostics)
    for row in table?.rows ?? [] {
      var owner = ObligationRecord.Owner.unit
      var unit = noIndex
      switch row["owner"] {
      case "lead": owner = .lead
      case "co": owner = .coUnits
      default:
        guard
          let index = lexicon.vocabulary.lookUp(
            row["owner"], in: units, "单位", row, &diagnostics)
        else { continue }
        unit = index
      }
      guard let duration = Duration(row["within"], calendar: row["calendar"]) else {
        diagnostics.error(
          row,
          "within 应为 ISO 8601 时长（PT30M、PT1H、P2D）或留空，calendar 应为 clock、working 或留空；方案没有数字的就留空")
        continue
      }
      guard
        let citation = lexicon.vocabulary.lookUp(
          row["rule"], in: citations, "规则", row, &diagnostics)
      else { continue }
      obligations.append(
        Obligation(
          owner: owner, unit: unit, within: duration,
          fromReceipt: starts[row["from"]]?.allows(duration.clock) ?? false, action: row["action"],
          from: row["from"], condition: row["condition"], rule: row["rule"],
          conditions: conditions(row, lexicon, &diagnostics), citations: [citation], row: row))
    }
  }

  func rules(_ row: SourceRow, _ diagnostics: inout Diagnostics) -> [UInt16] {
    row.list("rules").compactMap { id in
      if let index = citations[id] { return index }
      diagnostics.error(row, "规则“\(id)”在 citations.tsv 里没有；请补上出处或改正")
      return nil
    }
  }
}

extension PlanSource.Duration {
  /// Reads `PT30M`, `PT1H`, `PT12H`, `P2D`, or nothing.
  init?(_ text: String, calendar: String) {
    if text.isEmpty {
      guard calendar.isEmpty else { return nil }
      self.init(text: "", clock: .none, seconds: 0)
      return
    }
    let units: [(prefix: String, suffix: Character, seconds: UInt32)] = [
      ("PT", "S", 1), ("PT", "M", 60), ("PT", "H", 3600), ("P", "D", 86_400),
    ]
    for unit in units where text.hasPrefix(unit.prefix) && text.last == unit.suffix {
      guard let count = UInt32(text.dropFirst(unit.prefix.count).dropLast()), count < 10_000 else {
        continue
      }
      switch calendar {
      case "clock": self.init(text: text, clock: .seconds, seconds: count * unit.seconds)
      case "working" where unit.suffix == "D":
        self.init(text: text, clock: .workingDays, seconds: count)
      default: return nil
      }
      return
    }
    return nil
  }
}
