/// Provinces, prefectures and counties of the whole country, as read.
struct RegionSource: Sendable {
  /// From the highest to the lowest.
  static let levels = ["province", "prefecture", "county"]

  let rows: [SourceRow]
  let names: Set<String>
  private let parents: [String: String]

  init(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/gazetteer/regions.tsv", required: ["code", "name", "short", "level", "parent", "use"],
      optional: ["alias", "note"], into: &diagnostics)
    var rows: [SourceRow] = []
    var parents: [String: String] = [:]
    for row in table?.rows ?? [] {
      if parents[row["code"]] != nil {
        diagnostics.error(row, "代码 \(row["code"]) 重复；请删去一行")
        continue
      }
      guard Self.levels.contains(row["level"]) else {
        diagnostics.error(
          row, "level 应为 province、prefecture 或 county，不是“\(row["level"])”")
        continue
      }
      guard ["short", "context", "full", "never"].contains(row["use"]) else {
        diagnostics.error(
          row, "use 应为 short、context、full 或 never，不是“\(row["use"])”")
        continue
      }
      parents[row["code"]] = row["parent"]
      rows.append(row)
    }
    for row in rows where !row["parent"].isEmpty && parents[row["parent"]] == nil {
      diagnostics.error(row, "上级代码 \(row["parent"]) 不在表里；请补上那一行或改正代码")
    }
    self.rows = rows
    self.parents = parents
    names = Set(rows.map { $0["name"] })
  }

  /// Codes of what a county lies in.
  func ancestors(of code: String) -> Set<String> {
    var found: Set<String> = []
    var next = parents[code] ?? ""
    while !next.isEmpty, found.insert(next).inserted { next = parents[next] ?? "" }
    return found
  }

  func contains(_ code: String) -> Bool { parents[code] != nil }
}
