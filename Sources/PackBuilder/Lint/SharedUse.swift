/// What the packs make of the shared tables: a row of `base/` is dead only if no pack needs it.
struct SharedUse {
  /// Terms of the packs themselves, as written, with their targets.
  private(set) var terms: [(text: String, target: String)] = []
  /// Ids of concepts that a pack's terms stand for.
  private(set) var filledConcepts: Set<String> = []
  /// Ids of concepts that conditions of a plan ask for.
  private(set) var askedConcepts: Set<String> = []
  /// Events that limits run from.
  private(set) var events: Set<String> = []

  /// Reads the packs' few columns. Their mistakes are reported when they are compiled themselves.
  init(_ folder: SourceFolder) {
    var ignored = Diagnostics()
    for pack in folder.packs {
      for path in folder.tables(in: "\(pack)/terms") {
        for row in folder.optionalTable(path, required: [], into: &ignored)?.rows ?? [] {
          terms.append((row["term"], row["target"]))
          if row["target"].hasPrefix("@") {
            filledConcepts.insert(String(row["target"].dropFirst()))
          }
        }
      }
      for name in ["duties", "levels", "obligations", "channels"] {
        let table = folder.optionalTable("\(pack)/\(name).tsv", required: [], into: &ignored)
        for row in table?.rows ?? [] {
          if !row["from"].isEmpty { events.insert(row["from"]) }
          for word in row.list("when") {
            let word = word.hasPrefix("!") ? word.dropFirst() : word[...]
            if word.hasPrefix("concept:") { askedConcepts.insert(String(word.dropFirst(8))) }
          }
        }
      }
    }
  }
}
