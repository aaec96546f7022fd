import Jurisdiction

// What stands beside a place, and words that only look like one.

extension GazetteerSource {
  /// Greatest number that `{n}` stands for.
  private static let greatestNumber = 30

  mutating func readCues(_ folder: SourceFolder, _ diagnostics: inout Diagnostics) {
    let rows =
      folder.table(
        "base/gazetteer/place_cues.tsv",
        required: ["cue", "role", "direction", "reach", "scope"], into: &diagnostics)?.rows ?? []
    var seen: Set<[String]> = []
    for row in rows {
      guard let (effect, role) = Self.effect(row["role"]) else {
        diagnostics.error(
          row, "不认识的 role“\(row["role"])”；可用：\(Self.effectNames.joined(separator: "、"))")
        continue
      }
      guard let scope = Self.scopes[row["scope"]] else {
        diagnostics.error(
          row, "不认识的 scope“\(row["scope"])”；可用：\(Self.scopes.keys.sorted().joined(separator: "、"))")
        continue
      }
      let kinds: [String: [PlaceForm.Kind]] = [
        "after": [.lead], "before": [.trail], "both": [.lead, .trail],
      ]
      guard let forms = kinds[row["direction"]] else {
        diagnostics.error(
          row, "direction 应为 after（管后面的地名）、before（管前面的）或 both，不是“\(row["direction"])”")
        continue
      }
      guard let reach = number(row, "reach", in: 0...20, &diagnostics) else { continue }
      if !seen.insert([row["cue"], row["role"], row["direction"], row["scope"]]).inserted {
        diagnostics.error(row, "提示词“\(row["cue"])”重复；请删去一行")
        continue
      }
      for kind in forms {
        for text in Self.expanded(row["cue"]) { add(text, kind, target: cues.count, row) }
      }
      cues.append(PlaceCueRecord(effect: effect, role: role, scope: scope, reach: UInt32(reach)))
    }
  }

  mutating func readExclusions(
    _ folder: SourceFolder, _ path: String, _ diagnostics: inout Diagnostics
  ) {
    let rows =
      folder.optionalTable(path, required: ["text"], into: &diagnostics)?.rows ?? []
    var seen: Set<String> = []
    for row in rows {
      if !seen.insert(row["text"]).inserted {
        diagnostics.error(row, "“\(row["text"])”重复；请删去一行")
        continue
      }
      add(row["text"], .exclusion, target: 0, row)
    }
  }

  private static let scopes: [String: PlaceCueRecord.Scope] = [
    "any": .any, "bare": .bare, "own": .own, "township": .township, "village": .village,
    "region": .region,
  ]

  private static var effectNames: [String] {
    PlaceRole.allCases.dropFirst().map(\.word) + ["confirm", "prove", "link", "neutral"]
  }

  private static func effect(
    _ word: String
  ) -> (effect: PlaceCueRecord.Effect, role: PlaceRole)? {
    switch word {
    case "confirm": return (.confirm, .plain)
    case "prove": return (.prove, .plain)
    case "link": return (.link, .plain)
    case "neutral": return (.neutral, .plain)
    default:
      return PlaceRole.allCases.dropFirst().first { $0.word == word }.map { (.role, $0) }
    }
  }

  /// `{n}组` stands for 1组, 一组, 2组, 二组 … up to thirty.
  private static func expanded(_ cue: String) -> [String] {
    guard cue.contains("{n}") else { return [cue] }
    return (1...greatestNumber).flatMap { number in
      [String(number), chinese(number)].map { cue.replacing("{n}", with: $0) }
    }
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    let ten = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return ten + digits[number % 10]
  }
}
