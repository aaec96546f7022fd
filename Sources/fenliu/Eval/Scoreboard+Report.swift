import Classifier
import Foundation
import Jurisdiction
import Routing

func percent(_ value: Double) -> String { String(format: "%.4f", value) }

extension Scoreboard {
  /// All figures, by the names `--min` takes.
  var figures: [(key: String, name: String, rate: Rate)] {
    [
      ("policing", "警务属性", policing), ("top1", "类别（首选）", top1),
      ("top3", "类别（前三）", top3), ("unit", "主办单位", unit),
      ("urgent-recall", "紧急：召回", urgentRecall),
      ("urgent-precision", "紧急：精确", urgentPrecision),
      ("township", "乡镇", township), ("place", "地点状态", placeStatus),
      ("review", "需人工复核", review),
    ]
  }

  var summary: String {
    var table = TextTable(rightAligned: [1, 2, 3])
    table.add(["指标", "对", "共", "比率"])
    for figure in figures {
      guard let value = figure.rate.value else { continue }
      table.add([
        figure.name, String(figure.rate.right), String(figure.rate.total), percent(value),
      ])
    }
    return table.text + "\n" + Self.table(policingClasses, title: "警务属性")
  }

  var classTable: String { Self.table(categoryClasses, title: "类别") }

  private static func table(_ classes: ClassTable, title: String) -> String {
    var table = TextTable(rightAligned: [1, 2, 3])
    table.add([title, "精确", "召回", "标注数"])
    for name in classes.classes {
      table.add([
        name, classes.precision(name).value.map(percent) ?? "-",
        classes.recall(name).value.map(percent) ?? "-", String(classes.recall(name).total),
      ])
    }
    return table.text
  }

  var mistakeList: String {
    mistakes.map { mistake in
      let call = mistake.call
      let decision = mistake.decision
      let others = decision.alternatives.map { "\($0.id) \(String(format: "%.1f", $0.score))" }
      return """
        \(call.id) [\(mistake.fields.joined(separator: " "))] \(call.text)
          应为 \(call.policing) \(call.categories.joined(separator: "/")) \(call.units.joined(separator: "/"))\(call.urgent ? " 紧急" : "") \(call.placeStatus ?? "") \(call.township ?? "")
          答作 \(decision.policing.name) \(decision.category.id) \(String(format: "%.1f", decision.category.score)) \(decision.lead?.unit.name ?? "不派单")\(decision.urgent ? " 紧急" : "") \(decision.jurisdiction.status.name) \(decision.jurisdiction.township?.name ?? "")；其次 \(others.joined(separator: "、"))

        """
    }.joined()
  }
}
