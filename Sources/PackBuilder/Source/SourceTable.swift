/// A row of a TSV table with its place in the file.
public struct SourceRow: Sendable {
  public let file: String
  public let line: Int
  /// The table's column names, in order: few, so that a search beats hashing.
  let columns: [String]
  let cells: [String]

  /// The cell under `column`, trimmed; empty if the table lacks the column.
  public subscript(column: String) -> String {
    columns.firstIndex(of: column).map { cells[$0] } ?? ""
  }

  /// The cell's words, separated by spaces or semicolons.
  public func list(_ column: String) -> [String] {
    self[column].split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "；" }).map(String.init)
  }
}

/// A TSV table: header line, `#` comments, BOM and CRLF tolerated, no quoting.
public struct SourceTable: Sendable {
  public let file: String
  public let rows: [SourceRow]

  /// Reads a table and reports every line that does not fit.
  ///
  /// - Parameters:
  ///   - required: columns that must be there, in any order.
  ///   - optional: columns that may be there.
  public init(
    file: String, bytes: [UInt8], required: [String], optional: [String] = ["note"],
    into diagnostics: inout Diagnostics
  ) {
    self.file = file
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), let first = lines.first {
      lines[lines.startIndex] = first.dropFirst(3)
    }
    var header: [String]?
    var rows: [SourceRow] = []
    for (index, rawLine) in lines.enumerated() {
      let number = index + 1
      let line = rawLine.last == 0x0D ? rawLine.dropLast() : rawLine
      if line.contains(0) {
        diagnostics.error(file: file, line: number, "这一行含有 NUL 字符；请用文本编辑器删去后另存为 UTF-8")
        continue
      }
      if line.first == UInt8(ascii: "#") { continue }
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      let cells = parts.compactMap { String(validating: trimmed($0), as: UTF8.self) }
      guard cells.count == parts.count else {
        diagnostics.error(file: file, line: number, "这一行不是 UTF-8；请把文件另存为 UTF-8 编码")
        continue
      }
      if cells.allSatisfy(\.isEmpty) { continue }
      guard let columns = header else {
        header = Self.readHeader(
          cells, required: required, optional: optional, file: file, line: number, &diagnostics)
        continue
      }
      guard cells.count == columns.count else {
        diagnostics.error(
          file: file, line: number,
          "有 \(cells.count) 列，应为 \(columns.count) 列；请检查制表符（TAB）是否多了或少了")
        continue
      }
      rows.append(SourceRow(file: file, line: number, columns: columns, cells: cells))
    }
    if header == nil {
      diagnostics.error(file: file, "文件没有表头；第一行应为 \(required.joined(separator: "\t"))")
    }
    self.rows = rows
  }

  private static func readHeader(
    _ cells: [String], required: [String], optional: [String], file: String, line: Int,
    _ diagnostics: inout Diagnostics
  ) -> [String] {
    for (index, name) in cells.enumerated() {
      if cells[..<index].contains(name) {
        diagnostics.error(file: file, line: line, "列“\(name)”出现两次；请删去一列")
      } else if !required.contains(name), !optional.contains(name) {
        diagnostics.error(
          file: file, line: line,
          "不认识的列“\(name)”；可用的列：\((required + optional).joined(separator: "、"))")
      }
    }
    for name in required where !cells.contains(name) {
      diagnostics.error(file: file, line: line, "缺少列“\(name)”；请在表头补上")
    }
    return cells
  }
}

/// Without the spaces around it: ASCII's and the ideographic one.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let wide: [UInt8] = [0xE3, 0x80, 0x80]
  var part = bytes
  while let first = part.first {
    if first <= 0x20 {
      part.removeFirst()
    } else if first == wide[0], part.starts(with: wide) {
      part.removeFirst(wide.count)
    } else {
      break
    }
  }
  while let last = part.last {
    if last <= 0x20 {
      part.removeLast()
    } else if last == wide[2], part.count >= wide.count, part.suffix(wide.count) == wide[...] {
      part.removeLast(wide.count)
    } else {
      break
    }
  }
  return part
}
