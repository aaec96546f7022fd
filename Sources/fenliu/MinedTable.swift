import Foundation
import PackBuilder
import Tuning

/// Reads and writes tables of mined terms.
enum MinedTable {
  static let path = "base/mined.tsv"

  private static let heading =
    "# fenliu tune 生成，勿手改：权重由训练批次拟合。* 是每个来电都有的底数，! 是紧急；没写对象的数，依次归 * 那一行的对象。\n"
    + "text\trarity\tweights\n"

  /// The rows that somebody fixed by hand: `base/mined_locked.tsv`, if it is there.
  ///
  /// - Throws: `CommandError` with every mistake of the table.
  static func locked(in folder: SourceFolder) throws -> [MinedRow] {
    try rows(of: "base/mined_locked.tsv", in: folder)
  }

  /// The rows of a table, none if it is not there.
  static func read(_ path: String) throws -> [MinedRow] {
    let file = URL(fileURLWithPath: path)
    return try rows(
      of: file.lastPathComponent, in: SourceFolder(file.deletingLastPathComponent().path))
  }

  private static func rows(of path: String, in folder: SourceFolder) throws -> [MinedRow] {
    var diagnostics = Diagnostics()
    let table = folder.optionalTable(
      path, required: ["text", "rarity", "weights"], into: &diagnostics)
    guard !diagnostics.hasErrors else {
      throw CommandError(.dataError, "\(SourceErrors(diagnostics.sorted))")
    }
    let rows =
      table?.rows.map {
        MinedRow(text: $0["text"], rarity: $0["rarity"], weights: $0["weights"])
      } ?? []
    let targets = targets(of: rows)
    return rows.map { $0.byName(in: targets) }
  }

  static func write(_ rows: [MinedRow], to path: String) throws {
    let targets = targets(of: rows)
    let lines = rows.map { row in
      let row = row.text == MinedRow.everyCall ? row : row.byPlace(in: targets)
      return "\(row.text)\t\(row.rarity)\t\(row.weights)\n"
    }
    try write(heading + lines.joined(), to: path)
  }

  /// The targets of the row `*`.
  private static func targets(of rows: [MinedRow]) -> [Substring] {
    rows.first { $0.text == MinedRow.everyCall }?.targets ?? []
  }

  /// Writes what changed, the greatest change first, and says on stderr how much that is.
  static func write(_ diff: MinedDiff, to path: String) throws {
    var text = "# 与原表相比：added 新增，dropped 删去，changed 权重变了；target 是变得最多的对象。\n"
    text += "change\ttext\ttarget\tbefore\tafter\n"
    for change in diff.changes {
      text +=
        "\(change.kind.rawValue)\t\(change.text)\t\(change.target)\t"
        + "\(number(change.before))\t\(number(change.after))\n"
    }
    try write(text, to: path)
    Console.error(
      "与原表相比：新增 \(diff.count(.added)) 行，删去 \(diff.count(.dropped)) 行，"
        + "改动 \(diff.count(.changed)) 行；见 \(path)")
  }

  private static func number(_ value: Float) -> String { String(format: "%.2f", value) }

  private static func write(_ text: String, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      throw CommandError(.cannotCreate, "写不了文件“\(path)”；请检查文件夹是否存在、能否写入")
    }
  }
}
