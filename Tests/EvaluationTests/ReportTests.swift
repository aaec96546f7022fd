import Evaluation
import TestSupport
import Testing

@Suite struct ReportTests {
  private static let hostile = "<script>alert(\"x\")</script><img src=x onerror=y>&amp;'"

  /// A run whose every text is hostile, with all there may be in a report.
  private static func report() throws -> Report {
    let bad = call(hostile, hostile + "𠮷着火了", category: hostile) {
      $0.units = [hostile]
      $0.batch = hostile
      $0.genre = hostile
      $0.tags = [hostile]
      $0.township = hostile
    }
    let wrong = answer(category: "theft") {
      $0.unit = hostile
      let start = bad.text.utf8.count - 9
      $0.evidence = [
        .init(
          term: hostile, range: start..<start + 6, target: "fire", effect: 2.5, context: hostile)
      ]
    }
    let rows = [(bad, wrong), (call("t-2") { $0.batch = "t" }, answer())]
    let outcomes = Outcome.mark(rows, costs: nil)
    var names = ReportNames()
    names.categories = ["urban-management", "theft"]
    names.targets = ["theft": hostile]
    var report = Report(outcomes, names: names, title: hostile, source: hostile)
    report.comparison = Comparison(
      outcomes, before: SavedRun(pack: hostile, packDigest: hostile, outcomes), costs: nil)
    report.learningCurve = try LearningCurve(
      Array("batches\tcalls\tsplit\tmetric\tvalue\n1\t2\t\(hostile)\t\(hostile)\t0.5\n".utf8),
      name: "curve.tsv")
    return report
  }

  private static func page(_ report: Report) -> String {
    String(decoding: report.bytes, as: UTF8.self)
  }

  /// What stands between two markers.
  private static func between(_ text: String, _ start: String, _ end: String) -> Substring? {
    guard let first = text.firstRange(of: start) else { return nil }
    let rest = text[first.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] }
  }

  @Test func noTextBecomesMarkup() throws {
    let page = Self.page(try Self.report())
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img"))
    // The page's own two scripts, and none else.
    #expect(page.ranges(of: "<script").count == 2)
    #expect(page.ranges(of: "</script").count == 2)
    #expect(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"))
    let data = try #require(Self.between(page, "id=\"data\">", "</script>"))
    #expect(!data.contains("<") && !data.contains(">") && !data.contains("&"))
  }

  @Test func needsNothingBesideItself() throws {
    let page = Self.page(try Self.report())
    for marker in ["http:", "https:", "src=\"", "@import", "url(", "<link"] {
      #expect(!page.contains(marker), "\(marker)")
    }
  }

  @Test func dataHoldTheCallsAndTheirEvidence() throws {
    let page = Self.page(try Self.report())
    let text = try #require(Self.between(page, "id=\"data\">", "</script>"))
    let data = try #require(JSONValue(Array(text.utf8)[...]))
    let calls = data["calls"].items
    #expect(calls.count == 2)
    let bad = calls[0].items
    let body = try #require(bad[1].text)
    #expect(bad[0].text == Self.hostile && body == Self.hostile + "𠮷着火了")
    // Offsets are in UTF-16 units, as the script counts.
    let evidence = bad[14].items.compactMap(\.double).map { Int($0) }
    let units = Array(body.utf16)
    #expect(
      String(decoding: units[evidence[0]..<evidence[0] + evidence[1]], as: UTF16.self) == "着火")
    #expect(data["strings"].texts[evidence[2]] == Self.hostile)
  }

  @Test func cellsOfTheHeatMapLeadToTheirCalls() throws {
    let rows = [("urban-management", "theft"), ("theft", "theft")]
    let outcomes = Outcome.mark(
      rows.map { (call(category: $0.0), answer(category: $0.1)) }, costs: nil)
    let page = Self.page(Report(outcomes, names: ReportNames(), title: "t", source: "s"))
    #expect(page.contains("href=\"#cell-urban-management-theft\""))
    #expect(page.contains("href=\"#cell-theft-theft\""))
    #expect(!page.contains("href=\"#cell-theft-urban-management\""))
    #expect(page.contains("href=\"#wrong-top1\""))
  }

  @Test func sectionsWithoutContentAreLeftOut() {
    let page = Self.page(Report([], names: ReportNames(), title: "t", source: "s"))
    for section in ["changes", "learning"] { #expect(!page.contains("id=\"\(section)\"")) }
    #expect(page.contains("id=\"figures\""))
  }

  @Test func theSameRunGivesTheSamePage() throws {
    #expect(try Self.report().bytes == Self.report().bytes)
  }
}
