import Classifier

/// The classifier's tables as read: `base/` and the packs' own terms.
struct LexiconSource: Sendable {
  var vocabulary = Vocabulary()
  var patterns: PatternSource
  var sides: [Policing] = []
  /// How far beyond the bar of urgency police go along, by category.
  var policeBars: [Float] = []
  var dangers: [(fallback: UInt16, policeFirst: Bool)] = []
  var contexts: [(category: Float, danger: Float)] = []
  var cues: [CueRecord] = []
  var rules: [RuleSource] = []
  var escalations: [EscalationRecord] = []
  var presumptions: [PresumptionRecord] = []
  var exemptions: [ExemptionRecord] = []
  var facts: [(word: UInt16, measure: UInt16, within: UInt16)] = []
  var numbers: [NumberRecord] = []
  /// By policing × urgency.
  var intents = [UInt8](repeating: Intent.help.rawValue, count: 8)
  var settings: [String: String] = [:]
  /// Character → worth, see `Numeral`.
  var numerals: [Unicode.Scalar: UInt8] = [:]
  var mined = MinedSource()
  /// Rows of all term tables, for the count in `check`.
  var termRows = 0

  /// Reads the tables that others refer to.
  init(
    _ folder: SourceFolder, fold: @escaping @Sendable (String) -> String,
    into diagnostics: inout Diagnostics
  ) {
    patterns = PatternSource(fold: fold)
    readVocabulary(folder, &diagnostics)
    mined = MinedSource(vocabulary: vocabulary)
  }

  /// Reads what people wrote, all but the vocabulary, and reports every mistake.
  mutating func readTables(
    _ folder: SourceFolder, packs: [String], into diagnostics: inout Diagnostics
  ) {
    readNumerals(folder, &diagnostics)
    for path in folder.tables(in: "base/terms") { readTerms(folder, path, &diagnostics) }
    for pack in packs {
      for path in folder.tables(in: "\(pack)/terms") { readTerms(folder, path, &diagnostics) }
    }
    for path in folder.tables(in: "base/exclusions") { readExclusions(folder, path, &diagnostics) }
    readCues(folder, &diagnostics)
    readRules(folder, &diagnostics)
    readFacts(folder, &diagnostics)
    readDefaults(folder, &diagnostics)
    readPresumptions(folder, &diagnostics)
  }

  static let termKinds = ["official", "spoken", "dialect", "asr", "slang", "brand"]

  private mutating func readTerms(
    _ folder: SourceFolder, _ path: String, _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(
      path, required: ["term", "target", "weight", "kind"], into: &diagnostics)
    for row in table?.rows ?? [] {
      termRows += 1
      if !Self.termKinds.contains(row["kind"]) {
        diagnostics.error(
          row, "不认识的词类“\(row["kind"])”；可用：\(Self.termKinds.joined(separator: "、"))")
      }
      guard let weight = number(row, "weight", in: -10...10, &diagnostics),
        let target = vocabulary.target(row["target"], row, &diagnostics)
      else { continue }
      if target.kind == .danger, weight < 0 {
        diagnostics.error(row, "危险词的 weight 不能是负数；要排除误伤请用 exclusions 或语境词")
      }
      patterns.add(
        row["term"], Posting(kind: target.kind, target: target.index, weight: weight), row,
        &diagnostics)
    }
  }

  private mutating func readExclusions(
    _ folder: SourceFolder, _ path: String, _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(path, required: ["text", "target"], into: &diagnostics)
    for row in table?.rows ?? [] {
      var limit = (kind: TargetKind.any, index: noIndex)
      if row["target"] == "cue" {
        limit = (.cue, noIndex)
      } else if !row["target"].isEmpty {
        guard let target = vocabulary.target(row["target"], row, &diagnostics) else { continue }
        limit = target
      }
      patterns.add(
        row["text"],
        Posting(kind: .exclusion, limit: limit.kind, target: limit.index, weight: 0), row,
        &diagnostics)
    }
  }

  private mutating func readCues(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/cues.tsv", required: ["cue", "context", "direction", "reach", "bound"],
      into: &diagnostics)
    for row in table?.rows ?? [] {
      let directions: [String: CueRecord.Direction] = [
        "after": .after, "before": .before, "both": .both,
      ]
      guard let direction = directions[row["direction"]] else {
        diagnostics.error(row, "direction 应为 after、before 或 both，不是“\(row["direction"])”")
        continue
      }
      guard ["clause", "sentence"].contains(row["bound"]) else {
        diagnostics.error(row, "bound 应为 clause 或 sentence，不是“\(row["bound"])”")
        continue
      }
      guard let reach = number(row, "reach", in: 1...60, &diagnostics),
        let context = vocabulary.lookUp(
          row["context"], in: vocabulary.contexts, "语境", row, &diagnostics)
      else { continue }
      let cue = CueRecord(
        context: context, direction: direction, crossesClauses: row["bound"] == "sentence",
        reach: UInt16(reach))
      patterns.add(
        row["cue"], Posting(kind: .cue, target: UInt16(cues.count), weight: 0),
        identity: context << 2 | UInt16(direction.rawValue), row, &diagnostics)
      cues.append(cue)
    }
  }
}

/// A number in a column, within bounds, or a diagnostic.
func number(
  _ row: SourceRow, _ column: String, in bounds: ClosedRange<Float>,
  _ diagnostics: inout Diagnostics
) -> Float? {
  if let value = Float(row[column]), bounds.contains(value) { return value }
  diagnostics.error(
    row, "\(column) 应为 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间的数，不是“\(row[column])”")
  return nil
}
