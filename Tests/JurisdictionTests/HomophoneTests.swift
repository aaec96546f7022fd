import Foundation
import Jurisdiction
import Routing
import TestSupport
import Testing

/// Names as speech recognition writes them.
@Suite("Homophones of names")
struct HomophoneTests {
  /// Rows of `pack expected text`.
  private static let cases = table("homophones.tsv").dropFirst()
  private static let placeless = table("placeless.txt").map { $0[0] }

  @Test("nine in ten are understood")
  func understood() {
    var wrong: [String] = []
    for pack in TestPack.ids {
      var finder = PlaceFinder(TestPack.router(pack))
      for row in Self.cases where row[0] == pack {
        let found = finder.describe(row[2])
        if found != row[1] { wrong.append("\(pack): \(row[2]) → \(found), not \(row[1])") }
      }
    }
    #expect(Self.cases.count >= 120)
    #expect(wrong.count * 10 <= Self.cases.count, "\(wrong.joined(separator: "\n"))")
  }

  @Test("sentences without a place have none", arguments: TestPack.ids)
  func without(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    #expect(Self.placeless.count >= 200)
    for text in Self.placeless { #expect(finder.describe(text) == "none", "\(text)") }
  }

  /// `expected | text` in 城口.
  private static let limits = """
    高观镇 | 我在高观镇，不是什么名通镇
    outside | 我在万源市，割成街道那种车被偷了
    none | 对方说他在北京割成街道
    none | 我是名通人，想问身份证怎么办
    none | 我老家在高官镇，想迁户口
    高观镇 | 我老家在明通镇，现在在高官镇被打了
    none | 高官
    none | 高官厚禄
    none | 这边有个高官在讲话
    高观镇 | 高冠派出所门口有人闹事
    """

  @Test("weaker than any name as written", arguments: PlaceCase.all(limits))
  func weaker(_ example: PlaceCase) {
    var finder = PlaceFinder()
    #expect(finder.describe(example.text) == example.expected)
  }

  @Test("the decision says what was heard, and where")
  func evidence() throws {
    let text = "喂，割成街道这边有人打架"
    let decision = TestPack.chengkou.route(text)
    let piece = try #require(decision.evidence.first { $0.context == "homophone" })
    #expect(piece.term == "葛城街道")
    #expect(piece.target == "place")
    #expect(String(decoding: Array(text.utf8)[piece.range], as: UTF8.self) == "割成街道")
    #expect(decision.jurisdiction.township?.name == "葛城街道")
    let written = TestPack.chengkou.route("葛城街道这边有人打架")
    #expect(!written.evidence.contains { $0.context == "homophone" })
  }

  @Test("a megabyte of what sounds like a name", arguments: ["割成街道", "高冠", "高冠，", "我们村"])
  func megabyte(_ piece: String) {
    var finder = PlaceFinder()
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let time = ContinuousClock().measure { _ = finder.resolve(text) }
    #expect(time < .seconds(20), "quadratic in \(piece)")
  }

  private static func table(_ name: String) -> [[String]] {
    let path = TestPack.root + "/Tests/JurisdictionTests/Fixtures/" + name
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }
}
