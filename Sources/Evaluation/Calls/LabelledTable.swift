/// Reads labelled calls from a TSV with the columns of the evaluation tables.
public enum LabelledTable {
  private static let required = ["id", "text", "policing", "category", "urgent"]

  /// - Parameter path: the file; `-` is standard input.
  /// - Throws: `EvaluationError` if it cannot be opened, lacks a column or has a ragged row.
  public static func read(_ path: String) throws(EvaluationError) -> [LabelledCall] {
    try parse(Files.read(path), name: path)
  }

  /// Linear in the bytes. Empty lines and lines with `#` in column one are skipped.
  public static func parse(_ bytes: [UInt8], name: String) throws(EvaluationError) -> [LabelledCall]
  {
    var header: Header?
    var calls: [LabelledCall] = []
    for (index, line) in Files.lines(bytes).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let columns = header else {
        header = try Header(cells, file: name)
        continue
      }
      guard cells.count == columns.count else {
        throw EvaluationError(
          .badData,
          "\(name):\(index + 1): 有 \(cells.count) 列，应为 \(columns.count) 列；请看是不是多打或少打了制表符")
      }
      calls.append(columns.call(cells, line: index + 1))
    }
    return calls
  }

  private struct Header {
    let count: Int
    private let index: [String: Int]

    init(_ cells: [ArraySlice<UInt8>], file: String) throws(EvaluationError) {
      count = cells.count
      index = Dictionary(
        cells.enumerated().map { (String(decoding: $1, as: UTF8.self), $0) },
        uniquingKeysWith: { first, _ in first })
      for name in required where index[name] == nil {
        throw EvaluationError(.badData, "\(file): 表头缺少列“\(name)”；第一行应是列名，用制表符分隔")
      }
    }

    func call(_ cells: [ArraySlice<UInt8>], line: Int) -> LabelledCall {
      func optional(_ name: String) -> String? {
        index[name].map { String(decoding: cells[$0], as: UTF8.self) }
      }
      func cell(_ name: String) -> String { optional(name) ?? "" }
      func list(_ name: String) -> [String] {
        cell(name).split(separator: ";").map(String.init)
      }
      var call = LabelledCall()
      call.line = line
      call.id = cell("id")
      call.text = cell("text")
      call.policing = cell("policing")
      call.categories = [cell("category")] + list("category_alt")
      call.units = (index["unit"] == nil ? [] : [cell("unit")]) + list("unit_alt")
      call.urgent = cell("urgent") == "1"
      call.isAmbiguous = cell("ambiguous") == "1"
      call.genre = cell("genre")
      call.dialect = cell("dialect")
      call.batch = cell("batch")
      call.tags = cell("tags").split { " ;,".contains($0) }.map(String.init)
      call.placeStatus = optional("place")
      call.township = optional("township")
      return call
    }
  }
}
