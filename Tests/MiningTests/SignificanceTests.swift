import Mining
import Testing

@Suite struct SignificanceTests {
  /// Figures from the definition: 2 Σ O ln(O/E).
  private static let cases: [(table: Contingency, ratio: Double)] = [
    (Contingency(both: 10, holding: 20, kind: 50, all: 100), 0),
    (Contingency(both: 10, holding: 10, kind: 50, all: 100), 14.9764),
    (Contingency(both: 3, holding: 3, kind: 3, all: 6), 8.3178),
    (Contingency(both: 0, holding: 0, kind: 3, all: 6), 0),
  ]

  @Test(arguments: cases.indices) func likelihoodRatio(index: Int) {
    let test = Self.cases[index]
    #expect(abs(test.table.logLikelihoodRatio - test.ratio) < 0.001)
  }

  /// χ² with one degree of freedom: 3.841 is the bound of 5 %, 10.828 that of 0.1 %.
  @Test func chanceFollowsChiSquare() {
    let strong = Contingency(both: 3, holding: 3, kind: 3, all: 6)
    #expect(abs(strong.chance - 0.003926) < 0.0001)
    #expect(Contingency(both: 10, holding: 20, kind: 50, all: 100).chance == 1)
  }

  /// The example of Benjamini and Hochberg (1995), their 15 p-values: four discoveries at 5 %.
  @Test func boundsFalseDiscoveries() {
    let chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0,
    ]
    let values = FalseDiscovery.qValues(chances.reversed())
    #expect(values.count { $0 <= 0.05 } == 4)
    #expect(FalseDiscovery.qValues(chances, tests: 1000).count { $0 <= 0.05 } == 0)
  }

  @Test func worseChancesNeverGetBetterBounds() {
    let chances = [0.04, 0.01, 0.03, 0.5]
    let values = FalseDiscovery.qValues(chances)
    let order = chances.indices.sorted { chances[$0] < chances[$1] }
    #expect(zip(order, order.dropFirst()).allSatisfy { values[$0] <= values[$1] })
    #expect(zip(chances, values).allSatisfy { $0 <= $1 && $1 <= 1 })
  }
}
