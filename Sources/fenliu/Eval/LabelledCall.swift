import Foundation

/// A call with what it should be.
struct LabelledCall {
  var line: Int
  var id: String
  var text: String
  var policing: String
  var categories: [String]
  var units: [String]
  var urgent: Bool
  /// Cities differ on its side: left out of the policing figure.
  var isAmbiguous: Bool
  var genre: String
  var batch: String
  /// Nil where the table has no place columns.
  var placeStatus: String?
  var township: String?

  /// Reads a TSV with the columns of the evaluation tables.
  static func read(_ path: String) throws -> [LabelledCall] {
    var reader = try LineReader(path: path)
    var columns: [String: Int]?
    var calls: [LabelledCall] = []
    var number = 0
    while var line = try reader.next() {
      number += 1
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      if line.isEmpty || line[0] == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard let header = columns else {
        columns = Dictionary(cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for name in ["id", "text", "policing", "category", "urgent"] where columns![name] == nil {
          throw CommandError(.dataError, "\(path): 表头缺少列“\(name)”")
        }
        continue
      }
      guard cells.count == header.count else {
        throw CommandError(
          .dataError, "\(path):\(number): 有 \(cells.count) 列，应为 \(header.count) 列")
      }
      func cell(_ name: String) -> String { header[name].map { cells[$0] } ?? "" }
      func list(_ name: String) -> [String] {
        cell(name).split(separator: ";").map(String.init)
      }
      calls.append(
        LabelledCall(
          line: number, id: cell("id"), text: cell("text"), policing: cell("policing"),
          categories: [cell("category")] + list("category_alt"),
          units: (header["unit"] == nil ? [] : [cell("unit")]) + list("unit_alt"),
          urgent: cell("urgent") == "1", isAmbiguous: cell("ambiguous") == "1",
          genre: cell("genre"), batch: cell("batch"),
          placeStatus: header["place"].map { cells[$0] },
          township: header["township"].map { cells[$0] }))
    }
    return calls
  }
}
