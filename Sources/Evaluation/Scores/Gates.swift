import Foundation

/// What is demanded of a run: no figure below its floor or above its ceiling.
public struct Gates: Sendable {
  private struct Gate: Sendable {
    var figure: Figure
    var bound: Double
    var isFloor: Bool
  }

  private var gates: [Gate] = []

  /// - Parameters:
  ///   - floors: as `policing=0.9`, by the keys of figures.
  ///   - ceilings: the same.
  /// - Throws: `EvaluationError` if one is not so written or names no figure.
  public init(floors: [String], ceilings: [String]) throws(EvaluationError) {
    for text in floors { gates.append(try Self.gate(text, isFloor: true)) }
    for text in ceilings { gates.append(try Self.gate(text, isFloor: false)) }
  }

  private static func gate(_ text: String, isFloor: Bool) throws(EvaluationError) -> Gate {
    let parts = text.split(separator: "=").map(String.init)
    guard parts.count == 2, let bound = Double(parts[1]), let figure = Figure(key: parts[0]) else {
      let known = Figure.allCases.map(\.key).joined(separator: "、")
      throw EvaluationError(.usage, "“\(text)”应写作 policing=0.9；可用：\(known)")
    }
    return Gate(figure: figure, bound: bound, isFloor: isFloor)
  }

  /// What is missed, a line each. A figure that nothing counts for is 0, and so passes no floor.
  public func failures(of board: Scoreboard) -> [String] {
    gates.compactMap { gate in
      let value = board[gate.figure].value ?? 0
      guard gate.isFloor ? value < gate.bound : value > gate.bound else { return nil }
      let sign = gate.isFloor ? "<" : ">"
      return "\(gate.figure.name) \(fixed(value, 4)) \(sign) \(fixed(gate.bound, 4))"
    }
  }
}
