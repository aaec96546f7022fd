import Evaluation
import Routing
import TestSupport
import Testing

@Suite struct LabelledTableTests {
  private static let header = "id\ttext\tpolicing\tcategory\tcategory_alt\turgent\ttags\n"

  private static func parse(_ text: String) throws -> [LabelledCall] {
    try LabelledTable.parse(Array(text.utf8), name: "calls.tsv")
  }

  @Test func readsRowsAndSkipsComments() throws {
    let calls = try Self.parse(
      "\u{FEFF}" + Self.header
        + "# 说明\n\na1\t着火了\tpolice\tfire\tlife-rescue;gas\t1\tcalm pair-03\r\n")
    #expect(calls.count == 1)
    #expect(calls[0].line == 4)
    #expect(calls[0].categories == ["fire", "life-rescue", "gas"])
    #expect(calls[0].urgent)
    #expect(calls[0].tags == ["calm", "pair-03"])
    #expect(calls[0].units == [] && calls[0].placeStatus == nil)
  }

  @Test(arguments: [
    ("id\ttext\tpolicing\tcategory\n", "calls.tsv: 表头缺少列“urgent”"),
    (header + "a1\t着火了\n", "calls.tsv:2: 有 2 列，应为 7 列"),
  ])
  func saysWhereAndWhat(_ text: String, _ message: String) {
    let error = #expect(throws: EvaluationError.self) { try Self.parse(text) }
    #expect(error?.description.hasPrefix(message) == true)
  }

  /// On all cores or one after another, the answers are the same and in order.
  @Test func routesInOrder() throws {
    let router = try MiniLexicon(terms: ["路灯 urban-management 3", "着火 fire 3", "着火 !fire 1"])
      .router()
    let calls = (0..<1000).map { index in
      call("t-\(index)", index % 3 == 0 ? "着火了\(index)" : "路灯坏了\(index)")
    }
    let found = Outcome.of(calls, by: router, costs: nil)
    #expect(found.map(\.call) == calls)
    for index in stride(from: 0, to: 1000, by: 37) {
      #expect(found[index].answer == Answer(router.route(calls[index].text)))
    }
  }
}
