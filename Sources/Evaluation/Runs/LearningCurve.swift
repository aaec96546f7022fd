/// How figures grow with the number of training calls, read from a table
/// `batches calls split metric value`.
public struct LearningCurve: Sendable {
  public struct Point: Sendable, Equatable {
    public var batches: Int
    public var calls: Int
    public var value: Double
  }

  public struct Line: Sendable, Equatable {
    public var split: String
    /// By calls, ascending.
    public var points: [Point]
  }

  /// The lines of one metric.
  public struct Panel: Sendable, Equatable {
    public var metric: String
    public var lines: [Line]
  }

  /// In the order the table first names them, as are the lines of each.
  public private(set) var panels: [Panel] = []

  /// - Throws: `EvaluationError` if it cannot be opened, or a row is not as it should be.
  public init(path: String) throws(EvaluationError) {
    try self.init(Files.read(path), name: path)
  }

  package init(_ bytes: [UInt8], name: String) throws(EvaluationError) {
    var columns: [String: Int]?
    for (index, line) in Files.lines(bytes).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard let header = columns else {
        columns = Dictionary(cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for column in ["batches", "calls", "split", "metric", "value"]
        where columns?[column] == nil {
          throw EvaluationError(
            .badData, "\(name): 表头缺少列“\(column)”；应有 batches、calls、split、metric、value")
        }
        continue
      }
      func cell(_ column: String) -> String {
        header[column].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      }
      guard let batches = Int(cell("batches")), let calls = Int(cell("calls")), calls >= 0,
        let value = Double(cell("value")), value.isFinite
      else {
        throw EvaluationError(
          .badData, "\(name):\(index + 1): batches 和 calls 应为整数，value 应为数")
      }
      add(
        Point(batches: batches, calls: calls, value: value), to: cell("split"), of: cell("metric"))
    }
  }

  private mutating func add(_ point: Point, to split: String, of metric: String) {
    let panel =
      panels.firstIndex { $0.metric == metric }
      ?? {
        panels.append(Panel(metric: metric, lines: []))
        return panels.count - 1
      }()
    let line =
      panels[panel].lines.firstIndex { $0.split == split }
      ?? {
        panels[panel].lines.append(Line(split: split, points: []))
        return panels[panel].lines.count - 1
      }()
    let place = panels[panel].lines[line].points.firstIndex { $0.calls > point.calls }
    panels[panel].lines[line].points.insert(
      point, at: place ?? panels[panel].lines[line].points.count)
  }
}
