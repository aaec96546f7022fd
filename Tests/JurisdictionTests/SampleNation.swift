import Foundation
import Jurisdiction
import Pack
import PackBuilder
import TestSupport

/// The committed part of the country's table, compiled, and answers in the words of the reference.
enum SampleNation {
  static let table: String = {
    let path = TestPack.root + "/Tests/JurisdictionTests/Fixtures/nation_sample.tsv"
    return String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
  }()

  static let reference = NationReference(table: table)

  static func compile(_ table: String) throws(SourceErrors) -> NationCompiler.Output {
    try NationCompiler(TestPack.folder).compile(file: "nation.tsv", bytes: Array(table.utf8))
  }

  static let compiled = Result { try compile(table) }

  static func gazetteer() throws -> NationalGazetteer {
    try NationalGazetteer(image: PackImage(bytes: compiled.get().image))
  }

  static func answer(
    _ gazetteer: NationalGazetteer, to text: String, scratch: inout NationalScratch
  ) -> NationReference.Answer {
    let status = gazetteer.find(in: text, scratch: &scratch)
    let bytes = Array(text.utf8)
    var names: [NationReference.Name] = []
    for index in scratch.names.indices {
      let name = scratch.names[index]
      let spelling = String(decoding: bytes[Int(name.start)..<Int(name.end)], as: UTF8.self)
      let meanings = name.candidates.map { place in
        let candidate = scratch.candidates[place]
        return gazetteer.path(Int(candidate.area))
          + (gazetteer.isVillage(candidate) ? [spelling] : [])
      }
      names.append(NationReference.Name(text: spelling, meanings: meanings))
    }
    let counties = scratch.counties.indices.map {
      gazetteer.path(Int(gazetteer.counties[Int(scratch.counties[$0].county)]))
    }
    return NationReference.Answer(status: status.name, counties: counties, names: names)
  }
}
