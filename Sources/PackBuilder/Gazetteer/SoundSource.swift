/// What sounds alike, as read: which readings are not told apart, which characters have several,
/// and which ordinary words sound like a name.
struct SoundSource: Sendable {
  /// A part of a syllable that a fold replaces.
  enum Part: String, Sendable, CaseIterable {
    case syllable, initial, final
  }

  /// Characters that have a sound though no pattern holds them: those of GB 2312.
  private(set) var characters: [Unicode.Scalar] = []
  /// Words that are no bare name.
  private(set) var words: [String] = []
  /// Words that are no name at all.
  private(set) var modifiers: [String] = []
  private var folds: [Part: [String: String]] = [:]
  private var commonest: [Unicode.Scalar: String] = [:]
  /// Further readings.
  private var readings: [Unicode.Scalar: [String]] = [:]

  private static let initials = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w",
  ]

  init(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    readFolds(folder, &diagnostics)
    readCommonest(folder, &diagnostics)
    readReadings(folder, &diagnostics)
    readWords(folder, &diagnostics)
  }

  /// The sounds of a character, each once: that of its commonest reading, then those in the table.
  func sounds(of scalar: Unicode.Scalar) -> [String] {
    let all = [commonest[scalar]].compactMap(\.self) + (readings[scalar] ?? [])
    var seen: Set<String> = []
    return all.map(folded).filter { seen.insert($0).inserted }
  }

  /// A syllable with what is not told apart made the same.
  func folded(_ reading: String) -> String {
    let syllable = folds[.syllable]?[reading] ?? reading
    let initial = Self.initials.first(where: syllable.hasPrefix) ?? ""
    let final = String(syllable.dropFirst(initial.count))
    return (folds[.initial]?[initial] ?? initial) + (folds[.final]?[final] ?? final)
  }

  private mutating func readFolds(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let rows =
      folder.table(
        "base/gazetteer/sound_folds.tsv", required: ["kind", "from", "to"], into: &diagnostics)?
      .rows ?? []
    for row in rows {
      guard let part = Part(rawValue: row["kind"]) else {
        diagnostics.error(
          row, "kind 应为 \(Part.allCases.map(\.rawValue).joined(separator: "、"))，不是“\(row["kind"])”")
        continue
      }
      guard checkPinyin(row, "from", row["from"], &diagnostics),
        checkPinyin(row, "to", row["to"], &diagnostics)
      else { continue }
      if folds[part, default: [:]].updateValue(row["to"], forKey: row["from"]) != nil {
        diagnostics.error(row, "“\(row["from"])”重复；请删去一行")
      }
    }
  }

  private mutating func readCommonest(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let rows =
      folder.table(
        "base/gazetteer/readings.tsv", required: ["character", "reading", "common"],
        into: &diagnostics)?.rows ?? []
    commonest.reserveCapacity(rows.count)
    for row in rows {
      guard let scalar = character(row, &diagnostics) else { continue }
      let reading = row["reading"]
      if reading.isEmpty || checkPinyin(row, "reading", reading, &diagnostics) {
        commonest[scalar] = reading.isEmpty ? nil : reading
      }
      if row["common"] == "1" { characters.append(scalar) }
    }
  }

  private mutating func readReadings(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let rows =
      folder.table(
        "base/gazetteer/sound_readings.tsv", required: ["character", "readings"],
        into: &diagnostics)?.rows ?? []
    for row in rows {
      guard let scalar = character(row, &diagnostics) else { continue }
      let list = row.list("readings")
      if list.isEmpty { diagnostics.error(row, "readings 是空的；请填拼音，或删去这一行") }
      for reading in list { _ = checkPinyin(row, "readings", reading, &diagnostics) }
      if readings.updateValue(list, forKey: scalar) != nil {
        diagnostics.error(row, "“\(row["character"])”重复；请把读音并到一行")
      }
    }
  }

  private mutating func readWords(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let rows =
      folder.table(
        "base/gazetteer/sound_words.tsv", required: ["word", "kills"], into: &diagnostics)?.rows
      ?? []
    var seen: Set<String> = []
    for row in rows {
      let text = row["word"]
      if !seen.insert(text).inserted {
        diagnostics.error(row, "“\(text)”重复；请删去一行")
      } else if !(2...4).contains(text.count) {
        diagnostics.error(row, "“\(text)”应有 2 到 4 个字")
      } else if row["kills"] == "bare" {
        words.append(text)
      } else if row["kills"] == "all" {
        modifiers.append(text)
      } else {
        diagnostics.error(row, "kills 应为 bare 或 all，不是“\(row["kills"])”")
      }
    }
  }

  private func character(_ row: SourceRow, _ diagnostics: inout Diagnostics) -> Unicode.Scalar? {
    let scalars = row["character"].unicodeScalars
    if let scalar = scalars.first, scalars.count == 1 { return scalar }
    diagnostics.error(row, "character 应为一个字，不是“\(row["character"])”")
    return nil
  }

  private func checkPinyin(
    _ row: SourceRow, _ column: String, _ text: String, _ diagnostics: inout Diagnostics
  ) -> Bool {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return true }
    diagnostics.error(row, "\(column) 应为小写拼音，不带声调，ü 写作 v，不是“\(text)”")
    return false
  }
}
