import Evaluation
import Foundation

func percent(_ value: Double) -> String { String(format: "%.4f", value) }

/// What `fenliu eval` prints.
enum EvalText {
  /// All figures with their intervals, the cost, and precision and recall of each side.
  static func summary(_ board: Scoreboard, _ outcomes: [Outcome]) -> String {
    let intervals = board.intervals()
    var table = TextTable(rightAligned: [1, 2, 3])
    table.add(["指标", "对", "共", "比率", "95% 区间"])
    for figure in Figure.allCases {
      let rate = board[figure]
      guard let value = rate.value else { continue }
      table.add([
        figure.name, String(rate.right), String(rate.total), percent(value),
        range(intervals[figure]),
      ])
    }
    var text = table.text
    if let cost = board.cost, cost > 0 {
      text += "每百个来电的代价  \(hundred(cost))  \(range(intervals.cost, by: hundred))\n"
    }
    return text + "\n" + classes(.policing(outcomes), title: "警务属性")
  }

  static func classes(_ classes: ClassTable, title: String) -> String {
    var table = TextTable(rightAligned: [1, 2, 3, 4])
    table.add([title, "精确", "召回", "标注数", "F1"])
    for name in classes.classes {
      table.add([
        name, classes.precision(name).value.map(percent) ?? "-",
        classes.recall(name).value.map(percent) ?? "-", String(classes.recall(name).total),
        classes.f1(name).map(percent) ?? "-",
      ])
    }
    return table.text
  }

  /// The forty commonest.
  static func confusions(_ classes: ClassTable) -> String {
    var table = TextTable(rightAligned: [2, 3])
    table.add(["标注", "答成", "次数", "占该标注"])
    for item in classes.confusions.prefix(40) {
      let share = Double(item.count) / Double(max(1, classes.recall(item.label).total))
      table.add([item.label, item.answer, String(item.count), percent(share)])
    }
    let rest = classes.confusions.dropFirst(40)
    return table.text
      + (rest.isEmpty ? "" : "另有 \(rest.count) 种，共 \(rest.reduce(0) { $0 + $1.count }) 次\n")
  }

  static func calibration(_ outcomes: [Outcome]) -> String {
    let calibration = Calibration(outcomes)
    var table = TextTable(rightAligned: [1, 2, 3])
    table.add(["把握", "来电", "平均把握", "实际对率"])
    for bin in calibration.bins {
      guard let value = bin.rate.value else { continue }
      table.add([
        String(format: "%.1f–%.1f", bin.from, bin.from + 0.1), String(bin.rate.total),
        percent(bin.confidence), percent(value),
      ])
    }
    var text = table.text + "把握与对率平均相差 \(percent(calibration.error))（ECE），"
    text += calibration.bias >= 0 ? "总的说把握偏高\n\n" : "总的说把握偏低\n\n"
    let curve = CoverageCurve(outcomes)
    var cover = TextTable(rightAligned: [0, 1, 2, 3])
    cover.add(["最有把握的", "来电", "对率", "把握不低于"])
    for share in [0.1, 0.25, 0.5, 0.75, 0.9, 1] {
      guard let point = curve.point(coverage: share) else { continue }
      cover.add([
        String(format: "%.0f%%", curve.coverage(point) * 100), String(point.calls),
        percent(point.accuracy), String(format: "%.6f", point.confidence),
      ])
    }
    return text + cover.text
  }

  static func strata(_ strata: Strata) -> String {
    strata.dimensions.map { dimension in
      var table = TextTable(rightAligned: [1, 2, 3, 4, 5, 6, 7])
      let figures: [Figure] = [
        .policing, .top1, .unit, .urgentRecall, .urgentPrecision, .township,
      ]
      table.add(
        [dimension.name, "来电", "警务", "类别", "单位", "紧急召回", "紧急精确", "乡镇"])
      for stratum in dimension.strata {
        let values = figures.map { stratum.board[$0].value.map(percent) ?? "-" }
        table.add([stratum.name, String(stratum.board.calls)] + values)
      }
      return table.text
    }.joined(separator: "\n")
  }

  static func range(_ interval: Interval?, by format: (Double) -> String = percent) -> String {
    interval.map { "\(format($0.low))–\(format($0.high))" } ?? ""
  }

  static func hundred(_ cost: Double) -> String { String(format: "%.1f", cost * 100) }
}
