import PackBuilder

/// Names of places, which say where something happened and not what.
struct PlaceNames {
  /// Names that may stand nowhere in a proposal.
  private var whole: Set<[UInt16]> = []
  /// Names without their 村, 镇 …: many are ordinary words too, so only the very word is kept out.
  private var bare: Set<[UInt16]> = []

  private static let endings = ["街道", "社区", "居委会", "镇", "乡", "村", "县", "市", "区"]

  /// Reads the gazetteers of all packs of a folder and the regions of the country.
  init(_ folder: SourceFolder, fold: (String) -> String) {
    let columns: [String: [String]] = [
      "townships": ["code", "kind", "status", "successor", "bare", "urban"],
      "villages": ["code", "short", "township", "status", "bare"],
      "landmarks": ["townships", "kind", "certainty"],
      "regions": ["code", "short", "level", "parent", "use", "alias"],
    ]
    var ignored = Diagnostics()
    for part in folder.packs.map({ "\($0)/gazetteer" }) + ["base/gazetteer"] {
      for (table, optional) in columns {
        let rows =
          folder.optionalTable(
            "\(part)/\(table).tsv", required: ["name"], optional: optional + ["note"],
            into: &ignored)?.rows ?? []
        for row in rows {
          let short = row["use"].isEmpty || row["use"] == "short" ? row["short"] : ""
          for name in [row["name"], short] { add(fold(name)) }
        }
      }
    }
  }

  private mutating func add(_ name: String) {
    guard name.unicodeScalars.count >= 2 else { return }
    whole.insert(Array(name.utf16))
    if let ending = Self.endings.first(where: name.hasSuffix), name.count > ending.count + 1 {
      bare.insert(Array(name.dropLast(ending.count).utf16))
    }
  }

  /// True if a name stands in `text`, or `text` is one without its ending.
  func occur(in text: [UInt16]) -> Bool {
    if bare.contains(text) { return true }
    return text.indices.contains { start in
      (start + 1..<text.count).contains { whole.contains(Array(text[start...$0])) }
    }
  }
}
