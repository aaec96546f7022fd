import Jurisdiction
import PackBuilder
import Routing
import TestSupport
import Testing

/// A desk may want to see the name that the caller used: 披砂镇（今宁远镇）.
@Suite struct TownshipLabelTests {
  @Test(arguments: [
    ("a former name", "披砂镇老街停电一晚上了", "披砂镇（今宁远镇）"),
    ("heard, not written", "批沙镇停电一晚上了", "披砂镇（今宁远镇）"),
    ("today's name", "宁远镇停电一晚上了", nil),
    ("a village alone", "披砂村停电一晚上了", nil),
    ("no place", "停电一晚上了", nil),
  ])
  func shows(name: String, call: String, label: String?) throws {
    let copy = try LexiconCopy()
    try copy.append(["township_label", "{named}（今{township}）", ""], to: "ningnan/manifest.tsv")
    let router = try copy.router("ningnan")
    let decision = router.route(call)
    #expect(decision.jurisdiction.label == label, "\(name)")
    #expect(decision.json().contains("\"label\":") == (label != nil))
    var scratch = router.makeScratch()
    let bytes = Array(call.utf8)
    unsafe bytes.withUnsafeBytes {
      unsafe router.route(utf8: $0, scratch: &scratch) { #expect($0.json() == decision.json()) }
    }
  }

  /// Without the setting there is no such field.
  @Test func isLeftOutUnlessAskedFor() {
    let decision = TestPack.router("ningnan").route("披砂镇老街停电一晚上了")
    #expect(decision.jurisdiction.township?.name == "宁远镇")
    #expect(!decision.json().contains("\"label\""))
  }

  @Test func aTemplateNamesBoth() throws {
    let copy = try LexiconCopy()
    try copy.append(["township_label", "今{township}", ""], to: "ningnan/manifest.tsv")
    #expect(throws: (any Error).self) { try copy.router("ningnan") }
  }
}
