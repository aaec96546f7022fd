import Foundation

extension Report {
  /// Which sides and which categories are taken for which, as heat maps; a cell opens its calls.
  var confusion: String {
    let sides = ClassTable.policing(outcomes)
    let categories = ClassTable.categories(outcomes)
    let known = categories.classes
    let ordered = names.categories.filter(Set(known).contains)
    let rest = known.filter { !Set(ordered).contains($0) }
    return """
      <p>行是标注，列是答案；颜色深浅是占这一行的多少。点格子看来电。</p>
      <h3>警务属性</h3>
      \(map(sides, sides.classes, prefix: "side", name: ReportNames.side))
      <h3>类别</h3>
      \(commonest(categories))
      \(map(categories, ordered + rest, prefix: "cell", name: names.category))
      """
  }

  private func commonest(_ table: ClassTable) -> String {
    let items = table.confusions.prefix(12).map {
      Self.link(
        "cell-\($0.label)-\($0.answer)",
        "\(names.category($0.label)) → \(names.category($0.answer)) \($0.count)")
    }
    return items.isEmpty
      ? "" : "<p class=\"chips\"><span class=\"faint\">最常见：</span>\(items.joined())</p>\n"
  }

  private func map(
    _ table: ClassTable, _ classes: [String], prefix: String, name: (String) -> String
  ) -> String {
    let heads = classes.map { "<th><span>\(escaped(name($0)))</span></th>" }.joined()
    var html =
      "<div class=\"scroll\"><table class=\"heat \(prefix)\"><thead><tr><td></td>\(heads)</tr></thead><tbody>\n"
    for label in classes {
      html += "<tr><th>\(escaped(name(label)))</th>"
      let total = Double(max(1, table.recall(label).total))
      for answer in classes {
        let count = table.count(label: label, answer: answer)
        guard count > 0 else {
          html += label == answer ? "<td class=\"same\"></td>" : "<td></td>"
          continue
        }
        let depth = fixed(0.12 + 0.88 * (Double(count) / total).squareRoot(), 2)
        let kind = label == answer ? "same" : "other"
        let fragment = escaped("\(prefix)-\(label)-\(answer)")
        let tip = escaped("\(name(label)) 答成 \(name(answer))：\(count) 个")
        html +=
          "<td class=\"\(kind)\" style=\"--d:\(depth)\"><a href=\"#\(fragment)\" title=\"\(tip)\">\(count)</a></td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }

  /// Precision, recall and F1 of each category, worst first.
  var classes: String {
    let table = ClassTable.categories(outcomes)
    var html = HTMLTable(["类别", "标注数", "精确", "召回", "F1", "常答成"])
    let ordered = table.classes.sorted {
      (table.f1($0) ?? 0, $0) < (table.f1($1) ?? 0, $1)
    }
    let confusions = Dictionary(grouping: table.confusions, by: \.label)
    for id in ordered {
      let others = (confusions[id] ?? []).prefix(3).map {
        Self.link("cell-\($0.label)-\($0.answer)", "\(names.category($0.answer)) \($0.count)")
      }
      html.add([
        "<span title=\"\(escaped(id))\">\(escaped(names.category(id)))</span>",
        "\(table.recall(id).total)", shareText(table.precision(id).value),
        shareText(table.recall(id).value), "<b>\(shareText(table.f1(id)))</b>",
        "<span class=\"chips\">\(others.joined())</span>",
      ])
    }
    return "<p>F1 平均（每类同等看待）<b>\(shareText(table.macroF1))</b>；差的在前。</p>\n" + html.html
  }

  /// The run by what calls are like.
  var strata: String {
    Strata(outcomes).dimensions.map { dimension in
      let figures: [Figure] = [
        .policing, .top1, .unit, .urgentRecall, .urgentPrecision, .township,
      ]
      var table = HTMLTable([dimension.name, "来电"] + figures.map(\.name))
      for stratum in dimension.strata {
        let intervals = stratum.board.intervals()
        table.add(
          [escaped(stratum.name), "\(stratum.board.calls)"]
            + figures.map { figure in
              guard stratum.board[figure].total > 0 else { return "–" }
              return
                "\(shareText(stratum.board[figure].value)) <span class=\"faint\">\(intervalText(intervals[figure]))</span>"
            })
      }
      let isLong = dimension.strata.count > 20
      let body = "<div class=\"strata\">\(table.html)</div>"
      let name = escaped(dimension.name)
      return isLong
        ? "<details><summary>\(name)（\(dimension.strata.count)）</summary>\(body)</details>\n"
        : body + "\n"
    }.joined()
  }
}
