import CAllocationCounter
import Jurisdiction
import Pack
import TestSupport
import Testing

@Suite("The gazetteer of the whole country")
struct NationalGazetteerTests {
  private let gazetteer: NationalGazetteer

  init() throws { gazetteer = try SampleNation.gazetteer() }

  private func find(_ text: String) -> NationReference.Answer {
    var scratch = gazetteer.makeScratch()
    return SampleNation.answer(gazetteer, to: text, scratch: &scratch)
  }

  /// Names of the counties, by which most answers are told.
  private func counties(_ text: String) -> String {
    let answer = find(text)
    return ([answer.status] + answer.counties.map { $0.last ?? "" }).joined(separator: " ")
  }

  @Test("every name alone means what the table says")
  func everyName() {
    var scratch = gazetteer.makeScratch()
    for name in SampleNation.reference.names {
      let found = SampleNation.answer(gazetteer, to: name, scratch: &scratch)
      #expect(found == SampleNation.reference.find(in: name), "\(name)")
    }
    #expect(gazetteer.nameCount == SampleNation.reference.names.count)
    #expect(gazetteer.placeCount == SampleNation.reference.texts.count)
  }

  @Test("texts of names and words: as the slow reference says")
  func reference() {
    var random = SeededGenerator(seed: 20_261_122)
    let names = SampleNation.reference.names
    let words = [
      "", "", "", "的", "在", "，", "。", "！", "、", "有人打架", "村", "朝", "社区那边的路口旁边有", "我家住",
    ]
    var scratch = gazetteer.makeScratch()
    var statuses: [String: Int] = [:]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        text += words.randomElement(using: &random)! + names.randomElement(using: &random)!
        text += words.randomElement(using: &random)!
      }
      let expected = SampleNation.reference.find(in: text)
      let found = SampleNation.answer(gazetteer, to: text, scratch: &scratch)
      #expect(found == expected, "\(text)")
      if found != expected { return }
      statuses[found.status, default: 0] += 1
    }
    #expect(statuses.count == 3, "all kinds of answers come up")
  }

  @Test("one village name in many counties") func manyCounties() {
    #expect(counties("幸福村有人打架") == "ambiguous 安化县 城口县 宁南县")
    #expect(find("幸福村").names[0].meanings.count == 3)
  }

  @Test("a county beside a village leaves that county's") func narrowing() {
    let answer = find("安化县幸福村有人打架")
    #expect(answer.status == "county")
    #expect(
      answer.names[1].meanings == [["湖南省", "益阳市", "安化县", "小淹镇", "幸福村"]])
    #expect(counties("幸福村，就是宁南那个") == "county 宁南县")
    #expect(counties("左岚乡的幸福村") == "county 城口县")
    #expect(counties("朝阳双塔区") == "county 双塔区", "the city 朝阳, not the 朝阳区 of 北京")
  }

  @Test("no name beside it, but one county fits all") func agreement() {
    #expect(counties("小淹镇那边我不清楚。反正路灯坏了是在幸福村") == "county 安化县")
  }

  @Test("names that contradict each other settle nothing") func contradiction() {
    let answer = find("我是安化县人，现在城口县葛城街道")
    #expect(answer.status == "ambiguous")
    #expect(answer.counties.map(\.last) == ["城口县"], "two names of three")
  }

  @Test("former and short names") func formerNames() {
    #expect(counties("平泉县") == "county 平泉市")
    #expect(counties("平泉") == "county 平泉市")
    #expect(find("襄樊").names[0].meanings == [["湖北省", "襄阳市"]])
  }

  @Test("the longest name counts; folding as in calls") func longestAndFolded() {
    #expect(find("朝阳区").names.map(\.text) == ["朝阳区"])
    #expect(counties("安化縣幸福村") == "county 安化县")
  }

  @Test("texts without places", arguments: ["", " ", "，。", "我的钱包丢了", "\u{0}\u{FFFD}", "村"])
  func none(_ text: String) {
    #expect(find(text) == .init(status: "none", counties: [], names: []))
  }

  @Test("codes: official ones only") func codes() {
    let areas = gazetteer.areas.indices
    let county = areas.first { gazetteer.name($0) == "城口县" }!
    #expect(gazetteer.code(county) == "500229")
    #expect(gazetteer.code(areas.first { gazetteer.name($0) == "葛城街道" }!) == "500229001")
    #expect(gazetteer.code(areas.first { gazetteer.name($0) == "俱乐乡" }!) == nil)
  }

  @Test("a megabyte of names: the first 64 count", arguments: ["幸福村", "朝阳", "安化县。"])
  func megabyte(_ name: String) {
    let text = String(repeating: name, count: (1 << 20) / name.utf8.count)
    var scratch = gazetteer.makeScratch()
    let time = ContinuousClock().measure { _ = gazetteer.find(in: text, scratch: &scratch) }
    #expect(scratch.names.count == NationalGazetteer.nameLimit)
    #expect(time < .seconds(5))
  }

  @Test("a warm scratch allocates nothing") func allocations() {
    #if DEBUG
      print("left out: only optimized code is free of allocations; `make test` runs this too")
    #else
      guard fenliu_allocations_of_this_thread() >= 0 else {
        print("left out: allocations cannot be counted on this system")
        return
      }
      let texts = ["安化县幸福村有人打架", "幸福村", "没有地名", "襄樊，北京市朝阳区和重庆市城口县葛城街道"]
        .map { Array($0.utf8) }
      var scratch = gazetteer.makeScratch()
      var found = 0
      for text in texts { _ = gazetteer.find(in: text.span, scratch: &scratch) }
      let before = fenliu_allocations_of_this_thread()
      for index in 0..<10_000 {
        let text = texts[index % 4]
        if gazetteer.find(in: text.span, scratch: &scratch) == .county { found += 1 }
      }
      #expect(fenliu_allocations_of_this_thread() - before == 0)
      #expect(found == 2500)
    #endif
  }
}
