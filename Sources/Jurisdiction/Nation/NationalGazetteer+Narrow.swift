import Automaton
import Pack

// Names narrow each other: of 幸福村 beside 安化县 only the villages in 安化 are left, and of 朝阳 beside
// 双塔区 only the city.

extension NationalGazetteer {
  /// Names of one address have at most so many codes between them, and no sentence ends there.
  static let addressGap = 8
  /// A name is held against so many on each side.
  static let neighbourLimit = 4

  /// Leaves each name what lies in, holds or is something that the nearest name beside it may mean;
  /// first from left to right, then back. A neighbour with which nothing fits says nothing.
  /// O(candidates).
  func narrowByNeighbours(scratch: inout NationalScratch) {
    let count = scratch.names.count
    for name in 0..<count {
      var other = name - 1
      while other >= max(0, name - Self.neighbourLimit), areBeside(other, other + 1, &scratch) {
        if narrow(name, by: other, scratch: &scratch) { break }
        other -= 1
      }
    }
    for name in (0..<count).reversed() {
      var other = name + 1
      while other < min(count, name + 1 + Self.neighbourLimit),
        areBeside(other - 1, other, &scratch)
      {
        if narrow(name, by: other, scratch: &scratch) { break }
        other += 1
      }
    }
  }

  private func areBeside(_ left: Int, _ right: Int, _ scratch: inout NationalScratch) -> Bool {
    let start = Int(scratch.mentions[left].end)
    let end = Int(scratch.mentions[right].start)
    guard end - start <= Self.addressGap else { return false }
    for index in start..<end where scratch.text.codes[index] == Alphabet.sentenceBreak {
      return false
    }
    return true
  }

  /// Leaves a name what fits another name. False, and nothing changed, if nothing does.
  ///
  /// Areas lie in each other or apart, and both lists ascend: so one walk along both suffices. What
  /// lies in a candidate comes next behind it; what holds it came before and ends behind it.
  private func narrow(_ name: Int, by other: Int, scratch: inout NationalScratch) -> Bool {
    let others = scratch.names[other].candidates
    var next = others.lowerBound
    var reach: UInt32 = 0
    return keep(name, scratch: &scratch) { candidate, candidates in
      while next < others.upperBound, candidates[next].rank < candidate.rank {
        reach = max(reach, end(of: candidates[next]))
        next += 1
      }
      return reach > candidate.rank
        || next < others.upperBound && candidates[next].rank < end(of: candidate)
    }
  }

  /// Leaves all names what lies in a county or holds it.
  func keepOnly(county: UInt32, scratch: inout NationalScratch) {
    let county = areas[Int(counties[Int(county)])]
    for name in scratch.names.indices {
      _ = keep(name, scratch: &scratch) { candidate, _ in
        candidate.rank < county.end && end(of: candidate) > county.rank
      }
    }
  }

  /// Leaves a name the candidates that pass. False, and nothing changed, if none does.
  private func keep(
    _ name: Int, scratch: inout NationalScratch,
    where passes: (NationalCandidate, borrowing Buffer<NationalCandidate>) -> Bool
  ) -> Bool {
    let range = scratch.names[name].candidates
    var kept = range.lowerBound
    for index in range {
      let candidate = scratch.candidates[index]
      guard passes(candidate, scratch.candidates) else { continue }
      scratch.candidates[kept] = candidate
      kept += 1
    }
    guard kept > range.lowerBound else { return false }
    scratch.names[name].candidateCount = UInt32(kept - range.lowerBound)
    return true
  }

  /// The rank behind all that lies in a candidate.
  private func end(of candidate: NationalCandidate) -> UInt32 {
    isVillage(candidate) ? candidate.rank + 1 : areas[Int(candidate.area)].end
  }
}
