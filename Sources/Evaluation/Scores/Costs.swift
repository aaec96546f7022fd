/// What each kind of mistake costs, read from a table `mistake cost note`.
///
/// Only the ratios mean anything: a missed emergency weighs many times a needless police car.
public struct Costs: Sendable, Equatable {
  public enum Mistake: String, CaseIterable, Sendable {
    case missedEmergency = "missed-emergency"
    case needlessUrgency = "needless-urgency"
    case missedPolice = "missed-police"
    case needlessPolice = "needless-police"
    case wrongSide = "wrong-side"
    case category, unit, township, review
  }

  private var cost: [Mistake: Int32]

  /// - Throws: `EvaluationError` if it cannot be read or a row is not as it should be.
  public init(path: String) throws(EvaluationError) {
    try self.init(Files.read(path), name: path)
  }

  /// Mistakes without a row cost nothing. Costs are kept in thousandths.
  public init(_ bytes: [UInt8], name: String) throws(EvaluationError) {
    cost = [:]
    for (index, line) in Files.lines(bytes).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if cells[0] == "mistake" { continue }
      guard let mistake = Mistake(rawValue: cells[0]), cells.count > 1,
        let value = Double(cells[1]), (0...1000).contains(value)
      else {
        let known = Mistake.allCases.map(\.rawValue).joined(separator: "、")
        throw EvaluationError(
          .badData,
          "\(name):\(index + 1): 应为“错误种类、代价（0 到 1000 的数）、说明”三列；种类可用：\(known)")
      }
      cost[mistake] = Int32((value * 1000).rounded())
    }
  }

  /// In thousandths. Police are missed where none are sent though the label sends them.
  func cost(of marks: Marks, _ call: LabelledCall, _ answer: Answer) -> Int32 {
    func sends(_ policing: String) -> Bool { policing == "police" || policing == "joint" }
    var sum: Int32 = 0
    func add(_ mistake: Mistake, if happened: Bool) {
      if happened { sum += cost[mistake] ?? 0 }
    }
    add(.missedEmergency, if: marks.isWrong(.urgentRecall))
    add(.needlessUrgency, if: marks.isWrong(.urgentPrecision))
    if marks.isWrong(.policing) {
      let wanted = sends(call.policing)
      let sent = sends(answer.policing)
      add(.missedPolice, if: wanted && !sent)
      add(.needlessPolice, if: !wanted && sent)
      add(.wrongSide, if: wanted == sent)
    }
    add(.category, if: marks.isWrong(.top1))
    add(.unit, if: marks.isWrong(.unit))
    add(.township, if: marks.isWrong(.township))
    add(.review, if: marks.isHit(.review))
    return sum
  }
}
