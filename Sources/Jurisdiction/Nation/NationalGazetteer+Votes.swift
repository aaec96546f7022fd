import Pack

extension NationalGazetteer {
  /// Fills `counties` with those that most names agree on. A name has one vote for each county that
  /// it may lie in or hold. O(candidates + counties).
  func countVotes(scratch: inout NationalScratch) {
    scratch.votes.fill(count: counties.count, with: 0)
    scratch.lastVoters.fill(count: counties.count, with: 0)
    var most: UInt16 = 0
    for name in scratch.names.indices {
      let voter = UInt16(name + 1)
      for index in scratch.names[name].candidates {
        let area = areas[Int(scratch.candidates[index].area)]
        var county = Int(area.county)
        while county < counties.count, areas[Int(counties[county])].rank < area.end {
          if scratch.lastVoters[county] != voter {
            scratch.lastVoters[county] = voter
            scratch.votes[county] += 1
            most = max(most, scratch.votes[county])
          }
          county += 1
        }
      }
    }
    // An area without counties has no votes to give.
    guard most > 0 else { return }
    for county in scratch.votes.indices where scratch.votes[county] == most {
      scratch.counties.append(CountyVotes(county: UInt32(county), names: UInt32(most)))
    }
  }
}
