import Jurisdiction
import Testing

@Suite("Long and odd texts")
struct LoadTests {
  /// Texts that would cost a quadratic scan dearly; a megabyte each.
  @Test(
    "a megabyte of one name or cue",
    arguments: ["红岩村", "高观", "高观，", "在", "在在在在高观", "的", "明通镇的", "四川省", "和平", "人民"])
  func megabyte(_ piece: String) {
    var finder = PlaceFinder()
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let clock = ContinuousClock()
    var place = PlaceResult(status: .none)
    let time = clock.measure { place = finder.resolve(text) }
    #expect(time < .seconds(20), "quadratic in \(piece)")
    if piece == "红岩村" { #expect(place.status == .ambiguous) }
  }

  @Test("empty and broken texts name no place")
  func empty() {
    var finder = PlaceFinder()
    for text in ["", " ", "，", "\u{0}\u{0}", "\u{FFFD}", "\u{10FFFF}"] {
      #expect(finder.describe(text) == "none")
    }
    #expect(finder.evidenceCount == 0)
  }

  @Test("a scratch carries nothing over")
  func scratchReuse() {
    var finder = PlaceFinder()
    for example in PlaceCase.all(PlaceCases.own + "\n" + PlaceCases.none) {
      _ = finder.describe("明通镇龙泉村和四川省万源市")
      #expect(finder.describe(example.text) == example.expected)
    }
  }
}
