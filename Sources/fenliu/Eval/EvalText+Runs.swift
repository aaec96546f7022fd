import Evaluation
import Foundation

extension EvalText {
  /// What changed since an earlier run.
  static func comparison(_ comparison: Comparison) -> String {
    var table = TextTable(rightAligned: [1, 2, 3, 5, 6, 7])
    table.add(["与上次比", "上次", "这次", "相差", "95% 区间", "改好", "改坏", "仍错"])
    for change in comparison.changes {
      table.add([
        change.figure.name, change.before.value.map(percent) ?? "-",
        change.after.value.map(percent) ?? "-", change.difference.map(signed) ?? "-",
        range(change.interval, by: signed), String(change.fixed), String(change.broken),
        String(change.stillWrong),
      ])
    }
    var text = table.text
    if let costs = comparison.costs, costs.before > 0 || costs.after > 0 {
      text += "每百个来电的代价  上次 \(hundred(costs.before))  这次 \(hundred(costs.after))\n"
    }
    if comparison.added > 0 || comparison.removed > 0 {
      text += "上次没有的来电 \(comparison.added) 个，这次没有的 \(comparison.removed) 个，都不算在内\n"
    }
    return text
  }

  /// The confidence below which a person should look, and what the marks of today amount to.
  static func review(
    _ curve: CoverageCurve, _ board: Scoreboard, _ outcomes: [Outcome], _ rate: Double
  ) -> String {
    let wanted = String(format: "%.2f%%", rate * 100)
    var text: String
    if let point = curve.unreviewed(errorRate: rate) {
      text = """
        要让不复核的来电错误率不超过 \(wanted)：把握低于 \(String(format: "%.6f", point.confidence)) 的交人复核
          不复核 \(point.calls) 个（\(share(curve.coverage(point)))），其中错 \(point.mistakes) 个；换一批来电，错误率可能到 \(share(point.errorBound))
          复核 \(curve.calls - point.calls) 个（\(share(1 - curve.coverage(point)))）

        """
    } else {
      text = "要让不复核的来电错误率不超过 \(wanted)：做不到，最有把握的来电也错得更多，请全部复核或放宽错误率\n"
    }
    let unmarked = outcomes.filter { !$0.marks.isHit(.review) }
    let wrong = unmarked.count { !$0.isSound }
    if !unmarked.isEmpty, let marked = board[.review].value {
      text += "  现在的复核标记：复核 \(share(marked))，其余错 \(share(Double(wrong) / Double(unmarked.count)))\n"
    }
    let calibration = Calibration(outcomes)
    let direction = calibration.bias >= 0 ? "偏高" : "偏低"
    text += "  把握不是对率：平均相差 \(share(calibration.error))，总的\(direction)；错指警务属性或类别错、或漏了紧急\n"
    return text
  }

  /// Every call with a mistake, what it should be and what was answered.
  static func mistakes(_ outcomes: [Outcome]) -> String {
    outcomes.filter { !$0.marks.mistakes.isEmpty }.map { outcome in
      let call = outcome.call
      let answer = outcome.answer
      let others = answer.alternatives.map {
        "\($0.category) \(String(format: "%.1f", $0.score))"
      }
      return """
        \(call.id) [\(outcome.marks.mistakes.joined(separator: " "))] \(call.text)
          应为 \(call.policing) \(call.categories.joined(separator: "/")) \(call.units.joined(separator: "/"))\(call.urgent ? " 紧急" : "") \(call.placeStatus ?? "") \(call.township ?? "")
          答作 \(answer.policing) \(answer.category) \(String(format: "%.1f", answer.score)) \(answer.unit.isEmpty ? "不派单" : answer.unit)\(answer.urgent ? " 紧急" : "") \(answer.place) \(answer.township)；其次 \(others.joined(separator: "、"))

        """
    }.joined()
  }

  private static func share(_ value: Double) -> String { String(format: "%.2f%%", value * 100) }

  private static func signed(_ value: Double) -> String { String(format: "%+.4f", value) }
}
