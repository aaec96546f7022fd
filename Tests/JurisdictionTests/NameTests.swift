import Jurisdiction
import PackBuilder
import Routing
import TestSupport
import Testing

/// Every name of every pack's own tables.
@Suite("Names of the county")
struct NameTests {
  @Test("villages by themselves", arguments: TestPack.ids)
  func villagesAlone(_ pack: String) {
    let tables = PackGazetteer(pack)
    #expect(tables.currentVillages.count >= 90)
    var finder = PlaceFinder(TestPack.router(pack))
    for short in Set(tables.currentVillages.map { $0["short"] }).sorted() {
      let expected = tables.expectation(village: short)
      for text in ["\(short)有人打架", "我在\(short)，有人打架", "喂，\(short)停电了，好久来嘛"] {
        #expect(finder.describe(text) == expected, "\(text)")
      }
    }
  }

  @Test("villages behind their township", arguments: TestPack.ids)
  func villagesInTownships(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    let county = finder.countyName
    for row in PackGazetteer(pack).currentVillages {
      let (township, short) = (row["township"], row["short"])
      let texts = [
        "\(township)\(short)有人打架", "\(township)的\(short)有人打架",
        "\(county)\(township)\(short)3组有人打架",
      ]
      for text in texts { #expect(finder.describe(text) == "\(township)/\(short)", "\(text)") }
    }
  }

  @Test("official names of villages", arguments: TestPack.ids)
  func officialNames(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for row in PackGazetteer(pack).currentVillages {
      let text = "\(row["township"])\(row["name"])有人打架"
      let place = finder.resolve(text)
      #expect(place.village.map(finder.router.gazetteer.placeCode) == row["code"], "\(text)")
    }
  }

  @Test("townships with 镇, 乡, 街道", arguments: TestPack.ids)
  func townshipNames(_ pack: String) {
    var finder = PlaceFinder(TestPack.router(pack))
    for row in PackGazetteer(pack).currentTownships {
      let name = row["name"]
      for text in ["\(name)有人打架", "我在\(name)，有人打架", "\(finder.countyName)\(name)有人打架"] {
        #expect(finder.describe(text) == name, "\(text)")
      }
      let place = finder.resolve("\(name)有人打架")
      #expect(place.township.map(finder.router.gazetteer.townshipCode) == row["code"])
    }
  }

  @Test("townships without it, where they may stand so", arguments: TestPack.ids)
  func townshipStems(_ pack: String) {
    let tables = PackGazetteer(pack)
    var finder = PlaceFinder(TestPack.router(pack))
    for row in tables.currentTownships where ["", "yes", "context"].contains(row["bare"]) {
      let stem = PackGazetteer.stem(row)
      let expected = tables.expectation(stem: stem, withVillages: row["bare"] == "context")
      for text in ["我在\(stem)，有人打架", "\(stem)那边有人打架"] {
        #expect(finder.describe(text) == expected, "\(text)")
      }
      if row["bare"] != "context" {
        #expect(finder.describe("\(stem)有人打架") == expected, "\(stem)")
      }
    }
  }

  @Test("former townships lead to their successors", arguments: TestPack.ids)
  func formerNames(_ pack: String) {
    let tables = PackGazetteer(pack)
    var finder = PlaceFinder(TestPack.router(pack))
    for row in tables.formerTownships {
      let expected = tables.expectation(row.list("successor"))
      for text in ["\(row["name"])有人打架", "我在\(row["name"])，有人打架"] {
        #expect(finder.describe(text) == expected, "\(text)")
      }
      guard ["", "yes"].contains(row["bare"]) else { continue }
      let stem = PackGazetteer.stem(row)
      #expect(finder.describe("\(stem)有人打架") == tables.expectation(stem: stem), "\(stem)")
    }
  }

  @Test("the list of mergers: successors or exactly the candidates")
  func mergers() {
    guard let map = TestPack.shared("data/gazetteer/merger_map.tsv") else { return }
    let rows = map.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let packs = TestPack.ids.map { ($0, PackGazetteer($0)) }
    for row in rows {
      let (code, name, successors) = (row[1], row[2], row[4].split(separator: ";").map(String.init))
      let owner = packs.first { $0.1.townships.contains { $0["code"] == code } }
      guard let (pack, tables) = owner else {
        Issue.record("no pack knows \(code) \(name)")
        continue
      }
      var finder = PlaceFinder(TestPack.router(pack))
      #expect(finder.describe("\(name)有人打架") == tables.expectation(successors), "\(pack) \(name)")
    }
  }
}
