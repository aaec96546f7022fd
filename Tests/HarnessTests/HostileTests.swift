import Harness
import TestSupport
import Testing

@Suite struct HostileTests {
  @Test(arguments: [("啊", 5, "啊啊啊啊啊"), ("天然气", 7, "天然气天然气天"), ("ab", 1, "a")])
  func textsOfALength(_ unit: String, _ count: Int, _ text: String) {
    #expect(String(decoding: HostileTexts.text(unit, count: count), as: UTF8.self) == text)
  }

  /// The search finds what is dear: here a text is the dearer the more often it says “乙”.
  @Test func theSearchClimbs() {
    func cost(_ text: String) -> Double {
      Double(text.count { $0 == "乙" }) / Double(text.count)
    }
    var search = WorstText(fragments: ["甲", "甲甲", "乙", "丙"], length: 40, seed: 5, cost: cost)
    let found = search.search(climbs: 3, steps: 400)
    #expect(found.cost > 0.9)
    #expect(cost(found.text) == found.cost)
  }

  /// Every shape in every length; a short text is held against one call, a long one against many.
  @Test func allShapesAreMeasured() throws {
    let costs = HostileRun(try RecordTests.subject(), lengths: [10, 2000]).run(seed: 1)
    #expect(Set(costs.map(\.characters)) == [10, 2000])
    #expect(Set(costs.map(\.shape)).count * 2 == costs.count)
    #expect(costs.count { $0.shape.hasPrefix("worst found") } == 4)
    #expect(costs.allSatisfy { $0.nsPerChar > 0 && $0.ratio > 0 })
  }
}
