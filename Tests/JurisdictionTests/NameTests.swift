import Jurisdiction
import PackBuilder
import Routing
import Testing

/// Every name of the pack's own tables.
@Suite("Names of the county")
struct NameTests {
  private let villages = gazetteerRows("villages", required: ["short", "township"])
  private let townships = gazetteerRows("townships", required: ["name", "status"])

  @Test("villages by themselves")
  func villagesAlone() {
    #expect(villages.count >= 204)
    var finder = PlaceFinder()
    let owners = Dictionary(grouping: villages) { $0["short"] }
    for (village, rows) in owners {
      let expected =
        rows.count == 1
        ? "\(rows[0]["township"])/\(village)"
        : rows.map { $0["township"] }.joined(separator: ";")
      #expect(finder.describe("\(village)有人打架") == expected)
      #expect(finder.describe("我在\(village)，有人打架") == expected)
    }
  }

  @Test("villages behind their township")
  func villagesInTownships() {
    var finder = PlaceFinder()
    for row in villages {
      let expected = "\(row["township"])/\(row["short"])"
      #expect(finder.describe("\(row["township"])\(row["short"])有人打架") == expected)
      #expect(finder.describe("\(row["township"])的\(row["short"])有人打架") == expected)
      #expect(finder.describe("城口县\(row["township"])\(row["short"])3组有人打架") == expected)
    }
  }

  @Test("official names of villages")
  func officialNames() {
    var finder = PlaceFinder()
    for row in villages {
      let place = finder.resolve("\(row["township"])\(row["name"])有人打架")
      #expect(place.village.map(finder.router.gazetteer.placeCode) == row["code"])
    }
  }

  @Test("townships with and without 镇, 乡, 街道")
  func townshipNames() {
    var finder = PlaceFinder()
    for row in townships where row["status"] == "current" {
      let stem = String(row["name"].dropLast(row["kind"].count))
      #expect(finder.describe("\(row["name"])有人打架") == row["name"])
      #expect(finder.describe("我在\(stem)，有人打架") == row["name"])
      #expect(finder.describe("\(stem)街上有人打架") == row["name"])
      let place = finder.resolve("\(row["name"])有人打架")
      #expect(place.township.map(finder.router.gazetteer.townshipCode) == row["code"])
    }
  }

  @Test("former townships lead to their successors")
  func formerNames() {
    var finder = PlaceFinder()
    for row in townships where row["status"] == "former" {
      let expected = row.list("successor").sorted().joined(separator: ";")
      let found = finder.describe("\(row["name"])有人打架")
      #expect(found.split(separator: ";").sorted().joined(separator: ";") == expected)
    }
  }
}
