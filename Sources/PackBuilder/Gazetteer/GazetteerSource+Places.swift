import Jurisdiction

// The pack's own places: townships, villages and landmarks.

extension GazetteerSource {
  private static let statuses = ["current", "former"]
  static let bareUses = ["", "yes", "context", "proof", "group", "no"]

  /// What a bare name needs, by its use.
  private static let needs: [String: PlaceForm.Need] = ["proof": .proof, "group": .group]

  mutating func readTownships(
    _ folder: SourceFolder, _ pack: String, _ regions: RegionSource,
    _ diagnostics: inout Diagnostics
  ) {
    let rows =
      folder.optionalTable(
        "\(pack)/gazetteer/townships.tsv", required: ["code", "name", "kind", "status"],
        optional: ["successor", "bare", "urban", "note"], into: &diagnostics)?.rows ?? []
    for row in rows where checkStatus(row, &diagnostics) && row["status"] == "current" {
      if townshipsByName[row["name"]] != nil {
        diagnostics.error(row, "乡镇“\(row["name"])”已经有了；请删去一行")
        continue
      }
      let index = townships.count
      townshipsByName[row["name"]] = [index]
      if !["", "yes", "no"].contains(row["urban"]) {
        diagnostics.error(row, "urban 应为 yes、no 或留空，不是“\(row["urban"])”")
      }
      townships.append(
        Township(
          code: row["code"], name: row["name"], kind: row["kind"], isUrban: row["urban"] == "yes"))
      places.append(
        Place(code: row["code"], name: row["name"], kind: .township, townships: [index]))
      addTownshipForms(row, place: index, &diagnostics)
    }
    for row in rows where row["status"] == "former" {
      readFormerTownship(row, regions, &diagnostics)
    }
  }

  private mutating func readFormerTownship(
    _ row: SourceRow, _ regions: RegionSource, _ diagnostics: inout Diagnostics
  ) {
    if townshipsByName[row["name"]] != nil {
      diagnostics.error(row, "乡镇“\(row["name"])”已经有了；请删去一行")
      return
    }
    if row.list("successor").isEmpty {
      diagnostics.error(row, "已撤销的“\(row["name"])”没有 successor；请填现在的乡镇，几个用分号隔开")
    }
    var successors: [Int] = []
    var isElsewhere = false
    for name in row.list("successor") {
      if let index = townshipsByName[name]?.first, townshipsByName[name]?.count == 1 {
        successors.append(index)
      } else if regions.names.contains(name) {
        isElsewhere = true
      } else {
        diagnostics.error(row, "successor“\(name)”不是现在的乡镇，也不是别的区县；请照 current 行的名称改")
      }
    }
    let place = places.count
    if successors.isEmpty, isElsewhere {
      // Ceded to another county: its names weigh as before, but lie elsewhere.
      places.append(Place(code: row["code"], name: row["name"], kind: .foreign, townships: []))
      addTownshipForms(row, place: place, &diagnostics)
      return
    }
    townshipsByName[row["name"]] = successors
    places.append(
      Place(code: row["code"], name: row["name"], kind: .township, townships: successors))
    addTownshipForms(row, place: place, &diagnostics)
  }

  private mutating func addTownshipForms(
    _ row: SourceRow, place: Int, _ diagnostics: inout Diagnostics
  ) {
    add(row["name"], target: place, weight: weights.township, confirmed: weights.township, row)
    guard row["name"].hasSuffix(row["kind"]), !row["kind"].isEmpty else {
      diagnostics.error(row, "名称“\(row["name"])”应以 kind“\(row["kind"])”结尾；请改正其中一个")
      return
    }
    let stem = String(row["name"].dropLast(row["kind"].count))
    guard stem.count >= 2, checkBare(row, &diagnostics) else { return }
    for ending in markets {
      add(
        stem + ending, target: place, weight: weights.townshipMarket,
        confirmed: weights.townshipConfirmed, isBare: true, row)
    }
    guard row["bare"] != "no" else { return }
    let need = Self.needs[row["bare"], default: .nothing]
    let weight =
      switch row["bare"] {
      case "context": weights.townshipBareContext
      case "proof", "group": weights.townshipConfirmed
      default: weights.townshipBare
      }
    add(
      stem, target: place, weight: weight, confirmed: weights.townshipConfirmed, isBare: true,
      need: need, row)
  }

  mutating func readVillages(
    _ folder: SourceFolder, _ pack: String, _ diagnostics: inout Diagnostics
  ) {
    let rows =
      folder.optionalTable(
        "\(pack)/gazetteer/villages.tsv",
        required: ["code", "name", "short", "township", "status"],
        optional: ["bare", "note"], into: &diagnostics)?.rows ?? []
    var seen: Set<[String]> = []
    for row in rows where checkStatus(row, &diagnostics) {
      if !seen.insert([row["short"], row["township"]]).inserted {
        diagnostics.error(row, "“\(row["township"])”的“\(row["short"])”重复；请删去一行")
        continue
      }
      let list = currentTownships(row, "township", &diagnostics)
      guard !list.isEmpty else { continue }
      let place = places.count
      places.append(Place(code: row["code"], name: row["short"], kind: .village, townships: list))
      addVillageForms(row, place: place, &diagnostics)
    }
  }

  private mutating func addVillageForms(
    _ row: SourceRow, place: Int, _ diagnostics: inout Diagnostics
  ) {
    let short = row["short"]
    guard let suffix = ["居委会", "社区", "村"].first(where: short.hasSuffix) else {
      diagnostics.error(row, "short“\(short)”应以 村、社区 或 居委会 结尾；请补上")
      return
    }
    let stem = String(short.dropLast(suffix.count))
    add(short, target: place, weight: weights.village, confirmed: weights.village, row)
    if suffix == "社区" {
      add(
        stem + "居委会", target: place, weight: weights.village, confirmed: weights.village, row)
    }
    guard stem.count >= 2, checkBare(row, &diagnostics), row["bare"] != "no" else { return }
    let weight =
      switch row["bare"] {
      case "yes": weights.villageBare
      case "" where stem.unicodeScalars.count >= 3: weights.villageBareLong
      case "proof", "group": weights.villageConfirmed
      default: weights.villageBareContext
      }
    add(
      stem, target: place, weight: weight, confirmed: weights.villageConfirmed, isBare: true,
      need: Self.needs[row["bare"], default: .nothing], row)
  }

  mutating func readLandmarks(
    _ folder: SourceFolder, _ pack: String, _ diagnostics: inout Diagnostics
  ) {
    let rows =
      folder.optionalTable(
        "\(pack)/gazetteer/landmarks.tsv", required: ["name", "townships", "kind", "certainty"],
        into: &diagnostics)?.rows ?? []
    var seen: Set<String> = []
    for row in rows {
      if !seen.insert(row["name"]).inserted {
        diagnostics.error(row, "地名“\(row["name"])”重复；一行可写几个乡镇，用分号隔开")
        continue
      }
      guard ["sure", "likely"].contains(row["certainty"]) else {
        diagnostics.error(row, "certainty 应为 sure 或 likely，不是“\(row["certainty"])”")
        continue
      }
      let list = currentTownships(row, "townships", &diagnostics)
      guard !list.isEmpty else { continue }
      let likely = row["certainty"] == "sure" ? weights.landmarkSure : weights.landmarkLikely
      let weight = row["kind"] == "town" ? weights.countyTown : likely
      add(row["name"], target: places.count, weight: weight, confirmed: weight, row)
      places.append(
        Place(
          code: "", name: row["name"], kind: .landmark, townships: list,
          isTown: row["kind"] == "town"))
    }
  }

  /// The current townships that a cell names, former ones by their successors.
  private func currentTownships(
    _ row: SourceRow, _ column: String, _ diagnostics: inout Diagnostics
  ) -> [Int] {
    var list: [Int] = []
    if row.list(column).isEmpty { diagnostics.error(row, "\(column) 是空的；请填所在的乡镇") }
    for name in row.list(column) {
      guard let known = townshipsByName[name] else {
        diagnostics.error(row, "不认识的乡镇“\(name)”；请照 townships.tsv 的名称改，或先在那里加上")
        continue
      }
      for index in known where !list.contains(index) { list.append(index) }
    }
    return list.sorted()
  }

  private func checkStatus(_ row: SourceRow, _ diagnostics: inout Diagnostics) -> Bool {
    if Self.statuses.contains(row["status"]) { return true }
    diagnostics.error(row, "status 应为 current 或 former，不是“\(row["status"])”")
    return false
  }

  private func checkBare(_ row: SourceRow, _ diagnostics: inout Diagnostics) -> Bool {
    if Self.bareUses.contains(row["bare"]) { return true }
    diagnostics.error(row, "bare 应为 yes、context、proof、group、no 或空，不是“\(row["bare"])”")
    return false
  }
}
