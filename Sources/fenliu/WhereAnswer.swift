import Jurisdiction
import Pack
import Routing

/// What was found in a text, as a line of JSON.
struct WhereAnswer {
  private let gazetteer: NationalGazetteer
  private let limit: Int

  init(_ gazetteer: NationalGazetteer, limit: Int) {
    self.gazetteer = gazetteer
    self.limit = limit
  }

  func json(
    _ status: NationalStatus, of call: CallInput, scratch: inout NationalScratch
  ) -> String {
    let votes = scratch.counties.indices.prefix(limit).map { scratch.counties[$0] }
    let names = scratch.names.indices.map { scratch.names[$0] }
    let candidates = names.map { name in
      name.candidates.prefix(limit).map { scratch.candidates[$0] }
    }
    let countyCount = scratch.counties.count
    var writer = JSONWriter()
    writer.object { json in
      if let id = call.id { json.field("id", id) }
      json.field("status", status.name)
      json.key("counties")
      json.array(votes) { $0.county($1, gazetteer) }
      json.field("county_count", countyCount)
      json.key("names")
      json.array(names.indices) { json, index in
        let name = names[index]
        let spelling = String(decoding: call.text[Int(name.start)..<Int(name.end)], as: UTF8.self)
        json.object {
          $0.field("name", spelling)
          $0.field("start", Int(name.start))
          $0.field("end", Int(name.end))
          $0.key("candidates")
          $0.array(candidates[index]) { $0.candidate($1, spelling, gazetteer) }
          $0.field("candidate_count", Int(name.candidateCount))
        }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func county(_ votes: CountyVotes, _ gazetteer: NationalGazetteer) {
    let area = Int(gazetteer.counties[Int(votes.county)])
    object {
      $0.field("code", gazetteer.code(area))
      $0.key("path")
      $0.array(gazetteer.path(area)) { $0.string($1) }
      $0.field("names", Int(votes.names))
    }
  }

  /// A village has no record: its name is what the text calls it.
  fileprivate mutating func candidate(
    _ candidate: NationalCandidate, _ spelling: String, _ gazetteer: NationalGazetteer
  ) {
    let area = Int(candidate.area)
    let isVillage = gazetteer.isVillage(candidate)
    object {
      $0.field(
        "level", isVillage ? AdministrativeLevel.village.name : gazetteer.areas[area].level.name)
      $0.field("code", isVillage ? nil : gazetteer.code(area))
      $0.key("path")
      $0.array(gazetteer.path(area) + (isVillage ? [spelling] : [])) { $0.string($1) }
    }
  }
}
