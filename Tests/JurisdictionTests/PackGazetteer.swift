import PackBuilder
import TestSupport

/// The tables of a pack's places, and what they say a name means.
struct PackGazetteer {
  let villages: [SourceRow]
  let townships: [SourceRow]
  /// Names of the current townships, in the order in which candidates are told.
  let current: [String]

  init(_ pack: String) {
    villages = Self.rows(pack, "villages", required: ["code", "name", "short", "township"])
    townships = Self.rows(pack, "townships", required: ["code", "name", "kind", "status"])
    current = townships.filter { $0["status"] == "current" }.map { $0["name"] }
  }

  var currentVillages: [SourceRow] { villages.filter { $0["status"] == "current" } }
  var currentTownships: [SourceRow] { townships.filter { $0["status"] == "current" } }
  var formerTownships: [SourceRow] { townships.filter { $0["status"] == "former" } }

  /// A township, several joined by `;`, or `outside`, as `PlaceFinder.describe` writes them.
  func expectation(_ names: [String]) -> String {
    let known = current.filter(names.contains)
    return known.isEmpty ? "outside" : known.joined(separator: ";")
  }

  /// What the full name of a village means by itself: its township, or all that have one.
  func expectation(village short: String) -> String {
    let place = expectation(
      villages.filter { $0["short"] == short }.flatMap { $0.list("township") })
    return place.contains(";") ? place : "\(place)/\(short)"
  }

  /// What townships a stem (高观) means: those of all current and former townships that have it.
  ///
  /// - Parameter withVillages: also those of villages; an ordinary word (复兴) stands for no township
  ///   before the others.
  func expectation(stem: String, withVillages: Bool = false) -> String {
    let rows = townships.filter { Self.stem($0) == stem && $0["bare"] != "no" }
    let names = withVillages ? ["\(stem)村", "\(stem)社区"] : []
    let namesakes = villages.filter { names.contains($0["short"]) }
    return expectation(
      rows.flatMap { $0["status"] == "current" ? [$0["name"]] : $0.list("successor") }
        + namesakes.flatMap { $0.list("township") })
  }

  static func stem(_ row: SourceRow) -> String { String(row["name"].dropLast(row["kind"].count)) }

  private static func rows(_ pack: String, _ name: String, required: [String]) -> [SourceRow] {
    var diagnostics = Diagnostics()
    let table = TestPack.folder.table(
      "\(pack)/gazetteer/\(name).tsv", required: required,
      optional: ["successor", "bare", "status", "urban", "note"], into: &diagnostics)
    return table?.rows ?? []
  }
}
