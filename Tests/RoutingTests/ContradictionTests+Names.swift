import Classifier
import Pack
import PackBuilder
import Routing
import TestSupport
import Testing

/// Names, numbers, script and noise, penalties: D20–D23.
extension ContradictionTests {
  @Test("D20 重号：检查时提醒，两条线路都保留") func d20DuplicateNumber() throws {
    let found = try PackCompiler(TestPack.folder).compile("street").warnings
      .filter { $0.file.hasSuffix("channels.tsv") && $0.message.contains("相同") }
    #expect(found.count == 1 && found.first?.severity == .warning)
    #expect(found.first?.message.contains("88610110") == true && found.first?.line ?? 0 > 1)
    // The plan has it so: nothing is dropped.
    let fire = Self.route("street", "居民楼五楼窗户往外冒黑烟，看得到明火").channels
      .filter { $0.number == "88610110" }
    #expect(Set(fire.map(\.id)) == ["director-line", "fire-line"])
  }

  @Test(
    "D21 单位异名：都认得是哪一家",
    arguments: [
      ("ningnan", "县教科局", ["教科局", "教育局"]),
      ("ningnan", "县烟草专卖局", ["烟草公司", "菸草公司"]),
      ("ningnan", "网格员", ["格线员", "格線員"]),
      ("street", "劳动保障中队", ["劳动保障监察中队", "劳动监察中队"]),
      ("anhua", "县联动办", ["縣聯動辦", "县“110”社会应急联动办公室"]),
      ("anhua", "县联动中心", ["縣聯動中心", "县联动平台"]),
      ("chengkou", "县卫生计生委", ["县卫计委", "县卫生健康委"]),
    ])
  func d21Aliases(pack: String, name: String, aliases: [String]) throws {
    let router = TestPack.router(pack)
    for alias in aliases {
      let (_, refusals) = try router.plan.resolve([Refusal(unit: alias, reason: "不归我管")])
      #expect(refusals.map(\.unit) == [name], "\(alias)")
    }
    // What no table has is reported, not guessed.
    #expect(throws: UnknownUnit.self) {
      try router.plan.resolve([Refusal(unit: "\(name)第九分队", reason: "不归我管")])
    }
  }

  /// The same call as the plans' own texts are written: traditional, full width, escaped, spaced.
  @Test(
    "D22 繁体与杂讯：折成同一个来电，位置仍指原文",
    arguments: [
      ("ningnan", "後街的路燈壞了好幾天，垃圾也沒人清", "后街的路灯坏了好几天，垃圾也没人清"),
      ("ningnan", "店家賣假菸，味道嗆得很", "店家卖假烟，味道呛得很"),
      ("anhua", "一個伢子掉進資江裏了，正在往下漂", "一个伢子掉进资江里了，正在往下漂"),
      ("chengkou", "路　灯坏了　好几天没人修", "路灯坏了 好几天没人修"),
      ("chengkou", "我的ＱＱ被盗，转走了３０００块", "我的QQ被盗，转走了3000块"),
      ("street", "两辆车 撞了,司机 卡在里面出不来", "两辆车撞了，司机卡在里面出不来"),
      ("qianwei", "三号楼和四号楼%2B门卫室都停电了", "三号楼和四号楼+门卫室都停电了"),
    ])
  func d22ScriptAndNoise(pack: String, noisy: String, clean: String) throws {
    let (found, wanted) = (Self.route(pack, noisy), Self.route(pack, clean))
    #expect(found.category.id == wanted.category.id && found.policing == wanted.policing)
    #expect(found.urgent == wanted.urgent && found.lead == wanted.lead)
    #expect(found.coUnits == wanted.coUnits && !wanted.evidence.isEmpty)
    let bytes = Array(noisy.utf8)
    for piece in found.evidence where piece.origin == .term {
      let source = String(decoding: bytes[piece.range], as: UTF8.self)
      #expect(try Self.folded(source) == Self.folded(piece.term), "\(source) \(piece.term)")
    }
  }

  private static let compiler = Result { try PackCompiler(TestPack.folder) }

  private static func folded(_ text: String) throws -> String { try compiler.get().folded(text) }

  @Test("D23 扣分只随包走，不影响分流", arguments: ["ningnan", "anhua"]) func d23Penalties(pack: String) throws
  {
    let with = TestPack.router(pack)
    #expect(with.plan.metadata.count > 0)
    if pack == "ningnan" { #expect(with.fact("penalty-contact") == "0.2") }
    let copy = try LexiconCopy()
    try copy.rewrite("\(pack)/metadata.tsv") { _ in "rule\tkey\tvalue\tnote\n" }
    let without = try copy.router(pack)
    #expect(without.plan.metadata.count == 0)
    var scratch = with.makeScratch()
    var otherScratch = without.makeScratch()
    for text in SampleCalls.all {
      let one = with.route(text, scratch: &scratch)
      var other = without.route(text, scratch: &otherScratch)
      // The packs differ, so their digests must.
      #expect(one.packDigest != other.packDigest)
      other.packDigest = one.packDigest
      #expect(one == other, "\(text)")
    }
  }
}
