import Testing

@Suite("Places in calls")
struct PlaceCaseTests {
  @Test("the own county", arguments: PlaceCase.all(PlaceCases.own))
  func own(_ example: PlaceCase) { check(example) }

  @Test("origin, home, destination", arguments: PlaceCase.all(PlaceCases.roles))
  func roles(_ example: PlaceCase) { check(example) }

  @Test("another county", arguments: PlaceCase.all(PlaceCases.outside))
  func outside(_ example: PlaceCase) { check(example) }

  @Test("no usable place", arguments: PlaceCase.all(PlaceCases.none))
  func none(_ example: PlaceCase) { check(example) }

  @Test("what follows in a clause of its own changes nothing")
  func appendedClause() {
    var finder = PlaceFinder()
    let tables = [PlaceCases.own, PlaceCases.roles, PlaceCases.outside, PlaceCases.none]
    let clauses = ["，请你们快点来", "，我很着急。谢谢", "。怎么办嘛", "，好多人在看", "，我的电话没得电了"]
    for example in tables.flatMap(PlaceCase.all) {
      for clause in clauses {
        #expect(
          finder.describe(example.text + clause) == example.expected, "\(example.text)\(clause)")
      }
    }
  }

  private func check(_ example: PlaceCase) {
    var finder = PlaceFinder()
    #expect(finder.describe(example.text) == example.expected)
  }
}
