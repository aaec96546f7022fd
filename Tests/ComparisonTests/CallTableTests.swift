import Comparison
import Testing

@Suite struct CallTableTests {
  private static func table(_ text: String, path: String = "c.tsv") throws -> CallTable {
    var table = CallTable()
    try table.add(path: path, bytes: Array(text.utf8))
    return table
  }

  @Test func readsPlainLines() throws {
    let table = try Self.table("路灯坏了\r\n\n  \n门打不开", path: "calls.txt")
    #expect(table.indices.map(table.text(of:)) == ["路灯坏了", "门打不开"])
    #expect(table.indices.map(table.id(of:)) == ["calls.txt:1", "calls.txt:4"])
    #expect(table.label(of: 0) == nil)
  }

  @Test func readsLabels() throws {
    let header =
      "\u{FEFF}id\ttext\tpolicing\tcategory\tcategory_alt\tunit\tunit_alt\turgent\tambiguous\tplace\ttownship"
    let table = try Self.table(
      header + "\n# 说明\nx1\t路灯坏了\tnon-police\turban-management\ta;b\t城管局\t\t0\t0\tresolved\t葛城街道\n"
        + "x2\t没事\tnone\tinvalid\t\t不派单\t\t0\t1\tnone\t\n")
    #expect(table.indices.count == 2)
    let first = try #require(table.label(of: 0))
    #expect(first.categories == ["urban-management", "a", "b"])
    #expect(first.units == ["城管局"] && first.place == "resolved" && first.township == "葛城街道")
    let second = try #require(table.label(of: 1))
    #expect(second.policing == nil, "cities differ: no answer is wrong")
    #expect(second.units == [""] && second.township == nil)
  }

  @Test(arguments: [
    ("c.tsv", "id\twords\n1\t甲\n", 1, "没有 text 列"),
    ("c.tsv", "id\ttext\n1\t甲\t乙\n", 2, "有 3 列，应为 2 列"),
    ("c.jsonl", "{\"text\":\"甲\"}\n", 1, "不读 JSON 行"),
  ])
  func refusesWhatDoesNotFit(path: String, text: String, line: Int, part: String) throws {
    let error = #expect(throws: CallFileError.self) { try Self.table(text, path: path) }
    #expect(error?.line == line && error?.message.contains(part) == true)
  }
}
