/// A row of a TSV table with its place in the file.
///
/// A view into the table's bytes: a cell becomes a string only when it is asked for, since most rows
/// of a lexicon are read once and never shown.
public struct SourceRow: Sendable {
  let table: SourceText
  public let line: Int
  /// Index of the row's first cell in the table's list of cells.
  let firstCell: Int

  public var file: String { table.file }

  /// The cell under `column`, trimmed; empty if the table lacks the column.
  public subscript(column: String) -> String {
    table.columns.firstIndex(of: column).map { table.cell(firstCell + $0) } ?? ""
  }

  /// The cell's bytes, for cells of which there are half a million words.
  func withBytes(_ column: String, _ body: (borrowing Span<UInt8>) -> Void) {
    guard let index = table.columns.firstIndex(of: column) else { return }
    table.withCell(firstCell + index, body)
  }

  /// The cell's words, separated by spaces or semicolons.
  public func list(_ column: String) -> [String] {
    self[column].split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "；" }).map(String.init)
  }
}

/// The bytes of a table that was read, and where its cells lie.
final class SourceText: Sendable {
  let file: String
  /// Column names, in order: few, so that a search beats hashing.
  let columns: [String]
  private let bytes: [UInt8]
  private let cells: [Range<Int>]

  init(file: String, columns: [String], bytes: [UInt8], cells: [Range<Int>]) {
    self.file = file
    self.columns = columns
    self.bytes = bytes
    self.cells = cells
  }

  func cell(_ index: Int) -> String { String(decoding: bytes[cells[index]], as: UTF8.self) }

  func withCell(_ index: Int, _ body: (borrowing Span<UInt8>) -> Void) {
    let bytes = self.bytes
    body(bytes.span.extracting(cells[index]))
  }
}

/// A TSV table: header line, `#` comments, BOM and CRLF tolerated, no quoting.
public struct SourceTable: Sendable {
  public let file: String
  public let rows: [SourceRow]

  /// Reads a table and reports every line that does not fit. O(bytes).
  ///
  /// - Parameters:
  ///   - required: columns that must be there, in any order.
  ///   - optional: columns that may be there.
  public init(
    file: String, bytes: [UInt8], required: [String], optional: [String] = ["note"],
    into diagnostics: inout Diagnostics
  ) {
    self.file = file
    let isText = unsafe bytes.withUnsafeBufferPointer { unsafe isUTF8($0) }
    var columns: [String]?
    var rows: [(line: Int, firstCell: Int)] = []
    var cells: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start <= bytes.count {
      number += 1
      var end = start
      let firstCell = cells.count
      var cellStart = start
      var hasNUL = false
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x09 {
          cells.append(trimmed(cellStart..<end, of: bytes))
          cellStart = end + 1
        }
        if bytes[end] == 0 { hasNUL = true }
        end += 1
      }
      cells.append(trimmed(cellStart..<end, of: bytes))
      let line = start..<end
      start = end + 1
      if hasNUL {
        diagnostics.error(file: file, line: number, "这一行含有 NUL 字符；请用文本编辑器删去后另存为 UTF-8")
      } else if bytes[line].first == UInt8(ascii: "#") {
        // A remark.
      } else if !isText, String(validating: bytes[line], as: UTF8.self) == nil {
        diagnostics.error(file: file, line: number, "这一行不是 UTF-8；请把文件另存为 UTF-8 编码")
      } else if cells[firstCell...].allSatisfy(\.isEmpty) {
        // A blank line.
      } else if let columns {
        if cells.count - firstCell == columns.count {
          rows.append((number, firstCell))
          continue
        }
        diagnostics.error(
          file: file, line: number,
          "有 \(cells.count - firstCell) 列，应为 \(columns.count) 列；请检查制表符（TAB）是否多了或少了")
      } else {
        columns = Self.readHeader(
          cells[firstCell...].map { String(decoding: bytes[$0], as: UTF8.self) },
          required: required, optional: optional, file: file, line: number, &diagnostics)
      }
      cells.removeLast(cells.count - firstCell)
    }
    if columns == nil {
      diagnostics.error(file: file, "文件没有表头；第一行应为 \(required.joined(separator: "\t"))")
    }
    let text = SourceText(file: file, columns: columns ?? [], bytes: bytes, cells: cells)
    self.rows = rows.map { SourceRow(table: text, line: $0.line, firstCell: $0.firstCell) }
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

/// True if all bytes are well-formed UTF-8.
private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  unsafe String(validating: bytes, as: UTF8.self) != nil
}

/// Without the spaces around it: ASCII's and the ideographic one (E3 80 80).
private func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
  func isWide(_ start: Int) -> Bool {
    bytes[start] == 0xE3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80
  }
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high {
    if bytes[low] <= 0x20 {
      low += 1
    } else if high - low >= 3, isWide(low) {
      low += 3
    } else {
      break
    }
  }
  while low < high {
    if bytes[high - 1] <= 0x20 {
      high -= 1
    } else if high - low >= 3, isWide(high - 3) {
      high -= 3
    } else {
      break
    }
  }
  return low..<high
}
