import Routing

extension PlanSource {
  /// Reads the manifest: keys and values.
  mutating func readManifest(
    _ folder: SourceFolder, _ pack: String, _ diagnostics: inout Diagnostics
  ) {
    let table = folder.table(
      "\(pack)/manifest.tsv", required: ["key", "value"], into: &diagnostics)
    for row in table?.rows ?? [] {
      let value = row["value"]
      switch row["key"] {
      case "id": manifest.id = value
      case "name": manifest.name = value
      case "code": manifest.code = value
      case "joint_role": manifest.jointRole = value
      case "township_label":
        manifest.townshipLabel = value
        if !value.isEmpty, !value.contains("{named}") || !value.contains("{township}") {
          diagnostics.error(
            row, "township_label 里要有 {named}（来电说的名字）和 {township}（今名），例如 {named}（今{township}）")
        }
      case "effective_from": manifest.effectiveFrom = day(row, &diagnostics) ?? .min
      case "effective_to":
        manifest.effectiveTo = value.isEmpty ? .max : day(row, &diagnostics) ?? .max
      default:
        diagnostics.error(
          row,
          "不认识的键“\(row["key"])”；可用：id、name、code、joint_role、township_label、effective_from、effective_to"
        )
      }
    }
    if let file = table?.file, manifest.effectiveTo < manifest.effectiveFrom {
      diagnostics.error(file: file, "effective_to 早于 effective_from，方案一天也不施行；请改正日期")
    }
    if let file = table?.file, manifest.id != pack {
      diagnostics.error(file: file, "id 应与文件夹同名（\(pack)），不是“\(manifest.id)”")
    }
  }

  private func day(_ row: SourceRow, _ diagnostics: inout Diagnostics) -> Int32? {
    if let day = Instant.day(date: row["value"]) { return Int32(day) }
    diagnostics.error(row, "日期应写作 2018-07-01，不是“\(row["value"])”")
    return nil
  }
}
