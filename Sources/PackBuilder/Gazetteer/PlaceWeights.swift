import Jurisdiction

/// The weights of names and the thresholds of the decision.
struct PlaceWeights: Sendable {
  var township: Float = 0
  var townshipBare: Float = 0
  var townshipBareContext: Float = 0
  var townshipConfirmed: Float = 0
  var townshipMarket: Float = 0
  var village: Float = 0
  var villageBare: Float = 0
  var villageBareLong: Float = 0
  var villageBareContext: Float = 0
  var villageConfirmed: Float = 0
  var landmarkSure: Float = 0
  var landmarkLikely: Float = 0
  var countyTown: Float = 0
  var region: Float = 0
  var province: Float = 0
  var regionBare: Float = 0
  var regionBareContext: Float = 0
  var regionConfirmed: Float = 0
  var accept: Float = 0
  var margin: Float = 0
  var outside: Float = 0
  var soundFull: Float = 0
  var soundStrong: Float = 0
  var soundFair: Float = 0
  var soundFaint: Float = 0
  var soundConfirmed: Float = 0
  var soundFaintConfirmed: Float = 0
  var soundVariants: Float = 0

  /// Key of the settings table → field.
  private static var fields: [(String, WritableKeyPath<PlaceWeights, Float>)] {
    [
      ("township", \.township), ("township_bare", \.townshipBare),
      ("township_bare_context", \.townshipBareContext),
      ("township_confirmed", \.townshipConfirmed), ("township_market", \.townshipMarket),
      ("village", \.village),
      ("village_bare", \.villageBare), ("village_bare_context", \.villageBareContext),
      ("village_bare_long", \.villageBareLong),
      ("village_confirmed", \.villageConfirmed), ("landmark_sure", \.landmarkSure),
      ("landmark_likely", \.landmarkLikely), ("county_town", \.countyTown), ("region", \.region),
      ("province", \.province), ("region_bare", \.regionBare),
      ("region_bare_context", \.regionBareContext), ("region_confirmed", \.regionConfirmed),
      ("accept", \.accept), ("margin", \.margin),
      ("outside", \.outside), ("sound_full", \.soundFull), ("sound_strong", \.soundStrong),
      ("sound_fair", \.soundFair), ("sound_faint", \.soundFaint),
      ("sound_confirmed", \.soundConfirmed),
      ("sound_faint_confirmed", \.soundFaintConfirmed), ("sound_variants", \.soundVariants),
    ]
  }

  mutating func read(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let path = "base/gazetteer/place_settings.tsv"
    guard let table = folder.table(path, required: ["key", "value"], into: &diagnostics) else {
      return
    }
    var seen: Set<String> = []
    for row in table.rows {
      guard let field = Self.fields.first(where: { $0.0 == row["key"] })?.1 else {
        let keys = Self.fields.map(\.0).joined(separator: "、")
        diagnostics.error(row, "不认识的设置“\(row["key"])”；可用：\(keys)")
        continue
      }
      if !seen.insert(row["key"]).inserted {
        diagnostics.error(row, "设置“\(row["key"])”重复；请删去一行")
      }
      if let value = number(row, "value", in: 0...100, &diagnostics) {
        self[keyPath: field] = value
      }
    }
    for (key, _) in Self.fields where !seen.contains(key) {
      diagnostics.error(file: table.file, "缺少设置“\(key)”；请补上一行")
    }
  }
}

extension GazetteerSource {
  /// Reads the endings that make a township's short name the name of its market.
  mutating func readMarkets(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/gazetteer/place_markets.tsv", required: ["ending"], into: &diagnostics)
    for row in table?.rows ?? [] {
      if row["ending"].isEmpty || markets.contains(row["ending"]) {
        diagnostics.error(row, "ending“\(row["ending"])”是空的或重复；请删去这一行")
        continue
      }
      markets.append(row["ending"])
    }
  }

  /// Reads what remains of a weight in each role.
  mutating func readRoles(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    roles = PlaceRole.allCases.map { _ in PlaceRoleRecord(factor: 1, alone: 1, turn: 0) }
    guard
      let table = folder.table(
        "base/gazetteer/place_roles.tsv", required: ["role", "factor", "alone", "turn"],
        into: &diagnostics)
    else { return }
    var seen: Set<String> = []
    for row in table.rows {
      guard let role = PlaceRole.allCases.first(where: { $0.word == row["role"] }) else {
        let words = PlaceRole.allCases.map(\.word).joined(separator: "、")
        diagnostics.error(row, "不认识的 role“\(row["role"])”；可用：\(words)")
        continue
      }
      if !seen.insert(row["role"]).inserted {
        diagnostics.error(row, "role“\(row["role"])”重复；请删去一行")
      }
      guard let factor = number(row, "factor", in: 0...10, &diagnostics),
        let alone = number(row, "alone", in: 0...10, &diagnostics),
        let turn = number(row, "turn", in: 0...Float(PlaceRoleRecord.turns - 1), &diagnostics)
      else { continue }
      roles[Int(role.rawValue)] = PlaceRoleRecord(
        factor: factor, alone: alone, turn: Int(turn))
    }
    for role in PlaceRole.allCases where !seen.contains(role.word) {
      diagnostics.error(file: table.file, "缺少 role“\(role.word)”；请补上一行")
    }
  }
}
