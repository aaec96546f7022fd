import Pack
public import Routing

/// A run as one web page: no network, nothing beside the file; every text from outside is escaped.
public struct Report: Sendable {
  public var comparison: Comparison?
  public var learningCurve: LearningCurve?
  /// The error rate the advice on review aims at.
  public var reviewErrorRate = 0.02

  let outcomes: [Outcome]
  let names: ReportNames
  let title: String
  /// Pack and digest, for the record.
  let source: String

  public init(_ outcomes: [Outcome], router: Router, title: String) {
    self.init(
      outcomes, names: ReportNames(router), title: title,
      source: "\(router.image.id) \(router.image.digestText)")
  }

  package init(_ outcomes: [Outcome], names: ReportNames, title: String, source: String) {
    self.outcomes = outcomes
    self.names = names
    self.title = title
    self.source = source
  }

  /// - Throws: `EvaluationError` if the file cannot be written.
  public func write(to path: String) throws(EvaluationError) {
    try Files.write(bytes, to: path)
  }

  /// The page as UTF-8. Deterministic. Linear in the calls, but for the intervals.
  package var bytes: [UInt8] {
    let board = Scoreboard(outcomes)
    let sections: [(id: String, name: String, body: String)] = [
      ("figures", "总表", figures(board)),
      ("changes", "与上次比", comparison.map(changes) ?? ""),
      ("confusion", "混淆", confusion),
      ("calls", "来电", Self.callList),
      ("confidence", "把握", confidence(board)),
      ("classes", "各类别", classes),
      ("strata", "分层", strata),
      ("learning", "学习曲线", learningCurve.map(learning) ?? ""),
    ].filter { !$0.body.isEmpty }
    let links = sections.map { "<a href=\"#\($0.id)\">\($0.name)</a>" }.joined()
    let bodies = sections.map {
      "<section id=\"\($0.id)\"><h2>\($0.name)</h2>\n\($0.body)</section>\n"
    }.joined()
    let head = """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(escaped(title))</title>
      <style>
      \(Self.style)</style></head><body>
      <header><h1>\(escaped(title))</h1>
      <p class="faint">数据包 \(escaped(source)) · 来电 \(outcomes.count) 个</p>
      <nav>\(links)</nav></header>
      <main>
      \(bodies)</main>
      <script type="application/json" id="data">
      """
    return Array(head.utf8) + data
      + Array("</script>\n<script>\n\(Self.script)</script>\n</body></html>\n".utf8)
  }
}
