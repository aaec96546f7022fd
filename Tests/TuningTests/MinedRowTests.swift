import Testing
import Tuning

/// How a row of mined terms is written.
@Suite struct MinedRowTests {
  static let targets: [Substring] = ["fire", "theft", "vice", "%police", "!"]

  @Test(arguments: [
    (
      "tenths of a category, hundredths of the rest", "fire:-0.46 theft:1.25 %police:0.07 !:-2.00",
      "-.5 1.3 0 .07 -2"
    ),
    ("nothing behind the last number", "fire:3.00 theft:0.50", "3 .5"),
    ("too little to be worth it", "vice:1.25", "vice:1.25"),
    ("a target the row * lacks", "fire:1.00 labour:1.00", "fire:1.00 labour:1.00"),
    ("not in the order of the row *", "theft:1.00 fire:1.00", "theft:1.00 fire:1.00"),
    ("no weights", "", ""),
  ])
  func byPlace(name: String, weights: String, written: String) {
    let row = MinedRow(text: "井盖", rarity: "2.00", weights: weights)
    #expect(row.byPlace(in: Self.targets).weights == written, "\(name)")
  }

  @Test(arguments: [
    ("-.5 1.3 0 .07 -2", "fire:-.5 theft:1.3 %police:.07 !:-2"), ("vice:1.25", "vice:1.25"),
    ("", ""),
  ])
  func byName(weights: String, named: String) {
    let row = MinedRow(text: "井盖", rarity: "2.00", weights: weights)
    #expect(row.byName(in: Self.targets).weights == named)
  }
}
