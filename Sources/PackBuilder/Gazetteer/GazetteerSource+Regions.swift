import Jurisdiction

// The own county, what it lies in, and everything else.

extension GazetteerSource {
  /// Adds the regions; without a county code none, since nothing can be told to lie outside.
  mutating func readRegions(
    _ regions: RegionSource, ownCode: String, _ diagnostics: inout Diagnostics
  ) {
    guard !ownCode.isEmpty else { return }
    if !regions.contains(ownCode), !regions.rows.isEmpty {
      diagnostics.error(
        regions.rows[0], "本县代码 \(ownCode) 不在表里；请补上，或改正 manifest.tsv 的 code")
    }
    let ancestors = regions.ancestors(of: ownCode)
    var ownNames: Set<String> = []
    for row in regions.rows where row["code"] == ownCode || ancestors.contains(row["code"]) {
      let kind: PlaceKind = row["code"] == ownCode ? .county : .ancestor
      addRegion(row, kind, except: [])
      ownNames.formUnion(Self.regionNames(row))
    }
    // Many regions share a name: one of them suffices to tell that it lies elsewhere.
    for row in regions.rows where row["code"] != ownCode && !ancestors.contains(row["code"]) {
      addRegion(row, .foreign, except: ownNames)
      ownNames.formUnion(Self.regionNames(row))
    }
  }

  private static func regionNames(_ row: SourceRow) -> [String] {
    var names: [String] = []
    if row["use"] != "never" { names.append(row["name"]) }
    if row["use"] == "short" || row["use"] == "context" { names.append(row["short"]) }
    return (names + row.list("alias")).filter { !$0.isEmpty }
  }

  private mutating func addRegion(_ row: SourceRow, _ kind: PlaceKind, except known: Set<String>) {
    let names = Self.regionNames(row)
    guard names.contains(where: { !known.contains($0) }) else { return }
    let place = places.count
    places.append(Place(code: row["code"], name: row["name"], kind: kind, townships: []))
    let full = row["level"] == "province" ? weights.province : weights.region
    for name in Set(names).sorted() where !known.contains(name) {
      guard name == row["short"], name != row["name"] else {
        add(name, target: place, weight: full, confirmed: full, row)
        continue
      }
      let weight = row["use"] == "context" ? weights.regionBareContext : weights.regionBare
      add(name, target: place, weight: weight, confirmed: full, isBare: true, row)
    }
  }
}
