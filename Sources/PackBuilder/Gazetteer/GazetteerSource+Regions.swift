import Jurisdiction

// The own county, what it lies in, and everything else.

extension GazetteerSource {
  /// A name of a region and what it weighs.
  private struct RegionName {
    var text: String
    var weight: Float
    var confirmed: Float
    var isBare: Bool
  }

  /// Adds the regions; without a county code none, since nothing can be told to lie outside.
  mutating func readRegions(
    _ regions: RegionSource, ownCode: String, _ folder: SourceFolder, _ pack: String,
    _ diagnostics: inout Diagnostics
  ) {
    guard !ownCode.isEmpty else { return }
    if !regions.contains(ownCode), !regions.rows.isEmpty {
      diagnostics.error(
        regions.rows[0], "本县代码 \(ownCode) 不在表里；请补上，或改正 manifest.tsv 的 code")
    }
    let ancestors = regions.ancestors(of: ownCode)
    readNeighbours(folder, pack, &diagnostics)
    // Townships ceded to another county are foreign already.
    var known = Set(entries.filter { isForeign($0) }.map(\.text))
    for row in regions.rows where row["code"] == ownCode || ancestors.contains(row["code"]) {
      let names = regionNames(row)
      addRegion(row, row["code"] == ownCode ? .county : .ancestor, names)
      known.formUnion(names.map(\.text))
    }
    let foreign = regions.rows.filter { $0["code"] != ownCode && !ancestors.contains($0["code"]) }
    let names = foreign.map { row in regionNames(row).filter { !known.contains($0.text) } }
    let owners = heaviest(names, of: foreign)
    for (index, row) in foreign.enumerated() {
      addRegion(row, .foreign, names[index].filter { owners[$0.text] == index })
    }
    for (name, row) in neighbours where owners[name] == nil && !known.contains(name) {
      addNeighbour(name, row)
    }
  }

  /// Reads the names next door, which callers know as well as their own.
  private mutating func readNeighbours(
    _ folder: SourceFolder, _ pack: String, _ diagnostics: inout Diagnostics
  ) {
    let rows =
      folder.optionalTable(
        "\(pack)/gazetteer/neighbours.tsv", required: ["name", "in"], into: &diagnostics)?.rows
      ?? []
    for row in rows {
      if row["name"].isEmpty || neighbours.contains(where: { $0.name == row["name"] }) {
        diagnostics.error(row, "name“\(row["name"])”是空的或重复；请删去这一行")
        continue
      }
      neighbours.append((row["name"], row))
    }
  }

  private mutating func addNeighbour(_ name: String, _ row: SourceRow) {
    add(
      name, target: places.count, weight: weights.regionBare, confirmed: weights.regionConfirmed,
      isBare: true, row)
    places.append(Place(code: "", name: row["in"] + name, kind: .foreign, townships: []))
  }

  /// Which region has a name that several share, since one suffices to tell that it lies
  /// elsewhere: where it weighs most, then the higher level, then the lower code.
  private func heaviest(_ names: [[RegionName]], of rows: [SourceRow]) -> [String: Int] {
    var owners: [String: Int] = [:]
    var best: [String: Float] = [:]
    for level in RegionSource.levels {
      for (index, row) in rows.enumerated() where row["level"] == level {
        for name in names[index] where name.weight > best[name.text, default: -1] {
          best[name.text] = name.weight
          owners[name.text] = index
        }
      }
    }
    return owners
  }

  /// The names of a region that may be told from ordinary words, each once.
  private func regionNames(_ row: SourceRow) -> [RegionName] {
    let full = row["level"] == "province" ? weights.province : weights.region
    var names = row.list("alias")
    if row["use"] != "never" { names.append(row["name"]) }
    let isNeighbour = neighbours.contains { $0.name == row["short"] }
    let isCalledShort = isNeighbour || row["use"] == "short" || row["use"] == "context"
    if isCalledShort { names.append(row["short"]) }
    return Set(names).subtracting([""]).sorted().map { text in
      guard isCalledShort, text == row["short"], text != row["name"] else {
        return RegionName(text: text, weight: full, confirmed: full, isBare: false)
      }
      let weight =
        row["use"] == "context" && !isNeighbour ? weights.regionBareContext : weights.regionBare
      return RegionName(
        text: text, weight: weight, confirmed: weights.regionConfirmed, isBare: true)
    }
  }

  private mutating func addRegion(_ row: SourceRow, _ kind: PlaceKind, _ names: [RegionName]) {
    guard !names.isEmpty else { return }
    let place = places.count
    places.append(Place(code: row["code"], name: row["name"], kind: kind, townships: []))
    for name in names {
      add(
        name.text, target: place, weight: name.weight, confirmed: name.confirmed,
        isBare: name.isBare, row)
    }
  }

  private func isForeign(_ entry: Entry) -> Bool {
    entry.form.kind == .place && places[Int(entry.form.target)].kind == .foreign
  }
}
