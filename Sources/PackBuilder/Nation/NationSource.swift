import Jurisdiction
import Pack

/// The table of the country's places as read: a row for each, behind the row of the place it lies in.
struct NationSource: Sendable {
  /// A place down to townships.
  struct Area: Sendable {
    var rank: Int
    var end: Int
    /// Index of the area it lies in, itself for a province.
    var parent: Int
    var level: AdministrativeLevel
    var code: UInt32
    var name: String
  }

  private(set) var areas: [Area] = []
  private(set) var names = NationNames()
  /// Number of places, villages among them.
  private(set) var placeCount = 0

  /// Reads a table and reports every mistake in it. O(bytes).
  init(file: String, bytes: [UInt8], into diagnostics: inout Diagnostics) {
    let table = SourceTable(
      file: file, bytes: bytes, required: ["level", "code", "name", "short", "former"],
      into: &diagnostics)
    /// Indices of the areas that the next place may lie in, the largest first.
    var path: [Int] = []
    for row in table.rows {
      guard let level = Self.levels[row["level"]] else {
        diagnostics.error(
          row, "不认识的级别“\(row["level"])”；应为 province、city、county、township 或 village")
        continue
      }
      let depth = Int(level.rawValue)
      guard depth <= path.count else {
        diagnostics.error(row, "这一行前面缺少它的上一级；行序应为省、市、县、乡、村，下级紧跟上级")
        continue
      }
      let name = row["name"]
      if name.isEmpty { diagnostics.error(row, "name 是空的；请填写全称") }
      path.removeLast(path.count - depth)
      if level != .village {
        let code = row["code"]
        let number = code.isEmpty ? 0 : UInt32(code)
        if number == nil { diagnostics.error(row, "代码“\(code)”应为数字，没有代码就留空") }
        let area = areas.count
        areas.append(
          Area(
            rank: placeCount, end: 0, parent: path.last ?? area, level: level, code: number ?? 0,
            name: name))
        path.append(area)
        for other in row.list("short") + row.list("former") {
          names.add(other, rank: placeCount, row: row)
        }
      }
      names.add(name, rank: placeCount, row: row)
      placeCount += 1
    }
    if areas.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(file: file, "表里没有地方；请用 scripts/make_nation.py 生成")
    }
    closeAreas()
  }

  /// An area ends where the next of its level or a higher one begins. O(areas).
  private mutating func closeAreas() {
    var ends = [Int](repeating: placeCount, count: AdministrativeLevel.allCases.count)
    for index in areas.indices.reversed() {
      let depth = Int(areas[index].level.rawValue)
      areas[index].end = ends[depth]
      for inner in depth..<ends.count { ends[inner] = areas[index].rank }
    }
  }

  private static let levels = Dictionary(
    uniqueKeysWithValues: AdministrativeLevel.allCases.map { ($0.name, $0) })
}
