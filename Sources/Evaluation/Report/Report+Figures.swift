extension Report {
  /// All figures with their intervals, each as a bar too.
  func figures(_ board: Scoreboard) -> String {
    let intervals = board.intervals()
    var table = HTMLTable(["指标", "对", "共", "比率", "95% 区间", "", ""])
    for figure in Figure.allCases {
      let rate = board[figure]
      guard let value = rate.value else { continue }
      let wrong = outcomes.count { $0.marks.isWrong(figure) }
      let link = wrong > 0 ? Self.link("wrong-\(figure.key)", "看这 \(wrong) 个") : ""
      table.add([
        escaped(figure.name), "\(rate.right)", "\(rate.total)", "<b>\(shareText(value))</b>",
        intervalText(intervals[figure]), Self.bar(value, intervals[figure], figure), link,
      ])
    }
    var html = table.html
    if let cost = board.cost, cost > 0 {
      let range = intervals.cost.map {
        "（95% 区间 \(fixed($0.low * 100, 1))–\(fixed($0.high * 100, 1))）"
      }
      html += "<p>每百个来电的代价 <b>\(fixed(cost * 100, 1))</b>\(range ?? "")，按代价表加总：漏掉紧急最贵。</p>\n"
    }
    html += """
      <p class="faint">区间：从这些来电里有放回地重抽 1000 次，中间 95%；全对或全错时用精确界。\
      “需人工复核”和“误报紧急”越低越好。</p>

      """
    return html
  }

  /// A share as a bar, its interval as a line upon it.
  private static func bar(_ value: Double, _ interval: Interval?, _ figure: Figure) -> String {
    let kind = figure.isBetterLow ? "low" : "high"
    var svg = "<svg class=\"bar \(kind)\" viewBox=\"0 0 160 14\" width=\"160\" height=\"14\">"
    svg += "<rect class=\"track\" width=\"160\" height=\"14\" rx=\"2\"/>"
    svg += "<rect class=\"fill\" width=\"\(fixed(value * 160, 1))\" height=\"14\" rx=\"2\"/>"
    if let interval {
      let (low, high) = (fixed(interval.low * 160, 1), fixed(interval.high * 160, 1))
      svg += "<path d=\"M\(low) 4v6M\(low) 7H\(high)M\(high) 4v6\"/>"
    }
    return svg + "</svg>"
  }

  /// What became better and worse since the earlier run.
  func changes(_ comparison: Comparison) -> String {
    var table = HTMLTable(["指标", "上次", "这次", "相差", "95% 区间", "改好", "改坏", "仍错"])
    for change in comparison.changes {
      let key = change.figure.key
      table.add([
        escaped(change.figure.name), shareText(change.before.value),
        shareText(change.after.value), Self.difference(change), signedInterval(change.interval),
        Self.link("fixed-\(key)", "\(change.fixed)", if: change.fixed > 0),
        Self.link("broken-\(key)", "\(change.broken)", if: change.broken > 0),
        "\(change.stillWrong)",
      ])
    }
    var html =
      "<p>上次：数据包 \(escaped(comparison.before.pack)) \(escaped(comparison.before.packDigest))"
    html += "，两次都按这次的标注算。点数字看是哪些来电。</p>\n" + table.html
    if let costs = comparison.costs {
      html +=
        "<p>每百个来电的代价：上次 \(fixed(costs.before * 100, 1))，这次 <b>\(fixed(costs.after * 100, 1))</b>。</p>\n"
    }
    if comparison.added + comparison.removed > 0 {
      html +=
        "<p class=\"faint\">上次没有的来电 \(comparison.added) 个，这次没有的 \(comparison.removed) 个，都不算在内。</p>\n"
    }
    return html
  }

  /// Coloured only where the interval leaves no doubt of the direction.
  private static func difference(_ change: Comparison.Change) -> String {
    guard let value = change.difference else { return "–" }
    let text = (value > 0 ? "+" : "") + fixed(value * 100, 1)
    guard let interval = change.interval, interval.low > 0 || interval.high < 0 else { return text }
    let isBetter = (value > 0) != change.figure.isBetterLow
    return "<b class=\"\(isBetter ? "better" : "worse")\">\(text)</b>"
  }

  private func signedInterval(_ interval: Interval?) -> String {
    interval.map { "\(fixed($0.low * 100, 1)) … \(fixed($0.high * 100, 1))" } ?? ""
  }

  /// A link within the page; `fragment` is percent-encoded where it must be.
  static func link(_ fragment: String, _ text: String, if holds: Bool = true) -> String {
    holds ? "<a href=\"#\(escaped(fragment))\">\(escaped(text))</a>" : escaped(text)
  }
}
