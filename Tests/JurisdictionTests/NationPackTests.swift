import Jurisdiction
import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

@Suite("The pack of the whole country")
struct NationPackTests {
  @Test("the same table, the same bytes") func deterministic() throws {
    #expect(try SampleNation.compiled.get().image == SampleNation.compile(SampleNation.table).image)
  }

  @Test("a damaged pack is refused in words") func damaged() throws {
    let image = try SampleNation.compiled.get().image
    var flipped = image
    flipped[flipped.count / 2] ^= 1
    #expect(throws: PackError.self) { try PackImage(bytes: flipped) }
    let short = error { try PackImage(bytes: Array(image.dropLast())) }
    #expect(
      short
        == "the pack is cut short: \(image.count - 1) of \(image.count) bytes; copy or compile it again"
    )
  }

  @Test("packs for routing and this one are told apart") func otherPacks() throws {
    let county = try PackImage(bytes: TestPack.image("street"))
    #expect(
      error { try NationalGazetteer(image: county) }
        == "the pack lacks its section 'nationAreas'; compile it again")
    let nation = try PackImage(bytes: SampleNation.compiled.get().image)
    #expect(throws: PackError.self) { try Router(image: nation) }
  }

  @Test("all mistakes of a table at once") func mistakes() {
    let table = """
      level	code	name	short	former
      province	11x	北京市	北京	
      county	110105	朝阳区	朝阳	
      town	110105001	建外街道		
      city	110000			
      """
    do {
      _ = try SampleNation.compile(table)
      Issue.record("a table with mistakes compiles")
    } catch {
      #expect(error.diagnostics.map(\.line) == [2, 3, 4, 5])
    }
  }

  @Test("a name that holds punctuation can't be found, and that is said") func punctuation() throws
  {
    let table = """
      level	code	name	short	former
      province	310000	上海市	上海	
      city	310000	上海市	上海	
      county	310106	静安区	静安	
      township	310106012	江宁路街道		
      village		乐山二、三村		
      """
    let output = try SampleNation.compile(table)
    #expect(output.warnings.map(\.line) == [6])
    #expect(output.places == 5 && output.names == 5)
  }

  private func error<Value>(_ body: () throws -> Value) -> String? {
    do { _ = try body() } catch { return "\(error)" }
    return nil
  }
}
