extension Report {
  /// Whether confidence may be believed, and what to review.
  func confidence(_ board: Scoreboard) -> String {
    guard !outcomes.isEmpty else { return "" }
    let calibration = Calibration(outcomes)
    let curve = CoverageCurve(outcomes)
    let chosen = curve.unreviewed(errorRate: reviewErrorRate)
    let way = calibration.bias >= 0 ? "偏高" : "偏低"
    return """
      <p>“对”指警务属性和类别都对、没有漏掉紧急。把握与实际对率平均相差 <b>\(shareText(calibration.error))</b>（ECE），总的\(way)。</p>
      <div class="plots">\(reliability(calibration))\(coverage(curve, chosen))</div>
      \(advice(curve, chosen, board))
      """
  }

  private func reliability(_ calibration: Calibration) -> String {
    let shares = Plot.Axis.shares(from: 0)
    var plot = Plot(width: 430, height: 400, x: shares, y: shares)
    plot.line([(0, 0), (1, 1)], kind: "ideal")
    let filled = calibration.bins.filter { $0.rate.total > 0 }
    plot.line(filled.map { ($0.confidence, $0.rate.value ?? 0) }, kind: "curve c0")
    for bin in filled {
      let value = bin.rate.value ?? 0
      let share = Double(bin.rate.total) / Double(max(1, outcomes.count))
      plot.dot(
        bin.confidence, value, radius: 3 + 12 * share.squareRoot(), kind: "c0",
        tip:
          "把握 \(shareText(bin.confidence))，对 \(bin.rate.right)/\(bin.rate.total)（\(shareText(value))）"
      )
    }
    return plot.svg(xName: "说的把握", yName: "把握与实际对率（圆越大来电越多，虚线是正好）")
  }

  private func coverage(_ curve: CoverageCurve, _ chosen: CoverageCurve.Point?) -> String {
    let points = Self.thinned(curve.points)
    // The first few calls jump about and would press the rest flat.
    let settled = points.filter { curve.coverage($0) >= 0.05 }
    let least = settled.map(\.accuracy).min() ?? 0
    var plot = Plot(width: 560, height: 400, x: .shares(from: 0), y: .shares(from: least))
    plot.line(settled.map { (curve.coverage($0), $0.accuracy) }, kind: "curve c0")
    if let chosen {
      let share = curve.coverage(chosen)
      plot.line([(share, plot.y.low), (share, 1)], kind: "ideal")
      plot.dot(
        share, chosen.accuracy, radius: 5, kind: "c1",
        tip: "不复核 \(shareText(share))，对率 \(shareText(chosen.accuracy))")
    }
    return plot.svg(xName: "只答最有把握的这么多来电", yName: "覆盖与对率（虚线：错误率 \(shareText(reviewErrorRate)) 处）")
  }

  /// At most some 400 points, the last one always.
  private static func thinned(_ points: [CoverageCurve.Point]) -> [CoverageCurve.Point] {
    let step = max(1, points.count / 400)
    return points.indices.filter { ($0 % step == 0) || $0 == points.count - 1 }.map { points[$0] }
  }

  private func advice(
    _ curve: CoverageCurve, _ chosen: CoverageCurve.Point?, _ board: Scoreboard
  ) -> String {
    var table = HTMLTable(["容许的错误率", "把握低于此的复核", "不复核", "其中错", "错误率可能到", "复核"])
    let rates = Set([0.005, 0.01, 0.02, 0.05, 0.1, reviewErrorRate]).sorted()
    for rate in rates {
      let name = fixed(rate * 100, 1) + "%"
      guard let point = curve.unreviewed(errorRate: rate) else {
        table.add([name, "做不到", "–", "–", "–", "全部"])
        continue
      }
      table.add([
        name, fixed(point.confidence, 6), shareText(curve.coverage(point)), "\(point.mistakes)",
        shareText(point.errorBound), shareText(1 - curve.coverage(point)),
      ])
    }
    let unmarked = outcomes.filter { !$0.marks.isHit(.review) }
    let wrong = Rate(right: unmarked.count { !$0.isSound }, total: unmarked.count)
    return """
      <h3>交人复核</h3>
      \(table.html)
      <p>现在的复核标记：复核 \(shareText(board[.review].value))，其余错 \(shareText(wrong.value))。\
      “可能到”是换一批来电时的 95% 上界。</p>
      """
  }

  /// A panel for each metric, a line for each split.
  func learning(_ curve: LearningCurve) -> String {
    let panels = curve.panels.map { panel in
      let points = panel.lines.flatMap(\.points)
      let isShare = points.allSatisfy { (0...1).contains($0.value) }
      let least = points.map(\.value).min() ?? 0
      let most = points.map(\.value).max() ?? 1
      var plot = Plot(
        width: 500, height: 300, x: .counts(to: points.map(\.calls).max() ?? 1),
        y: isShare ? .shares(from: least) : .counts(to: Int(most.rounded(.up))))
      for (index, line) in panel.lines.enumerated() {
        let kind = "c\(index % 6)"
        plot.line(line.points.map { (Double($0.calls), $0.value) }, kind: "curve \(kind)")
        for point in line.points {
          plot.dot(
            Double(point.calls), point.value, radius: 3, kind: kind,
            tip:
              "\(line.split)：\(point.batches) 批 \(point.calls) 个来电，\(fixed(point.value, 4))")
        }
      }
      let metric = Figure(key: panel.metric)?.name ?? panel.metric
      let legend = panel.lines.enumerated().map { index, line in
        "<span class=\"key c\(index % 6)\">\(escaped(line.split))</span>"
      }.joined()
      return
        "<div>\(plot.svg(xName: "训练来电数", yName: metric))<p class=\"legend\">\(legend)</p></div>"
    }
    return "<div class=\"plots\">\(panels.joined())</div>\n"
  }
}
