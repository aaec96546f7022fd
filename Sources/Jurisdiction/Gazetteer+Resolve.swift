public import Automaton
import Pack

extension Gazetteer {
  /// Finds the place of the incident in a call's text.
  ///
  /// 1. All names and cues are matched; where names overlap the longest wins.
  /// 2. Names side by side form an address. A township in it restricts the villages in it; a
  ///    region elsewhere takes what follows away from the own county.
  /// 3. Each name has a weight (full > bare with context > bare), times the factor of its role.
  ///    A township's score is its best direct name plus its best village, if one of them suffices.
  /// 4. One township well ahead: resolved. Several close together: ambiguous. None, but another
  ///    county: outside. Otherwise none. Nothing is guessed.
  ///
  /// 5. Where that finds no township, names are looked for by their sound: see `findSoundalikes`.
  ///    They are weighed in the same way, and lightly, and count only if no other county is left.
  ///
  /// All weights, factors and thresholds are data: `gazetteer/place_settings.tsv` and
  /// `place_roles.tsv`. Afterwards `scratch` holds candidates and evidence. O(codes + matches) on
  /// any text; allocates nothing once `scratch` has seen a text as long.
  public func resolve(
    _ text: borrowing FoldedText, scratch: inout PlaceScratch
  ) -> PlaceResult {
    scratch.reset(for: self)
    findMentions(in: text, scratch: &scratch)
    findChains(in: text, scratch: &scratch)
    let written = judge(scratch: &scratch)
    guard written.status == .none || written.status == .outside,
      findSoundalikes(in: text, scratch: &scratch)
    else { return written }
    scratch.forgetWeights(for: self)
    findChains(in: text, scratch: &scratch)
    guard scratch.foreignScore == 0 else { return written }
    var heard = judge(scratch: &scratch)
    if heard.status == .none { return written }
    heard.heard = heardName(for: heard, scratch)
    return heard
  }

  /// The decision by what all names counted. O(townships).
  private func judge(scratch: inout PlaceScratch) -> PlaceResult {
    var best: Float = 0
    for index in scratch.scores.indices {
      best = max(best, scratch.scores[index].total(accept: settings.accept))
    }
    if best >= settings.accept {
      if scratch.foreignScore >= best + settings.margin { return PlaceResult(status: .outside) }
      return choose(best, scratch: &scratch) { $0.total(accept: settings.accept) }
    }
    if scratch.foreignScore >= settings.outside, scratch.foreignScore > scratch.countyScore {
      return PlaceResult(status: .outside)
    }
    return judgeFallbacks(scratch: &scratch)
  }

  /// The decision where only homes, destinations and the like are named, turn by turn. A place
  /// elsewhere that comes in an earlier turn, or counts by itself though not enough, is where it
  /// happened: “我是修齐的，到达州进货，车窗被砸了”. O(townships).
  private func judgeFallbacks(scratch: inout PlaceScratch) -> PlaceResult {
    var foreign = scratch.foreignScore > scratch.countyScore ? scratch.foreignScore : 0
    for turn in 0..<PlaceRoleRecord.turns {
      var best: Float = 0
      for index in scratch.scores.indices {
        best = max(best, scratch.scores[index].fallback[turn])
      }
      if best >= settings.accept {
        if turn > 0, foreign >= settings.accept {
          return PlaceResult(status: .outside)
        }
        var place = choose(best, scratch: &scratch) { $0.fallback[turn] }
        if let township = place.township {
          let found = scratch.scores[township]
          let hasVillage =
            found.fallbackVillage >= settings.accept && found.fallbackPlace != noPlace
          place.village = hasVillage ? Int(found.fallbackPlace) : nil
        }
        return place
      }
      foreign = max(foreign, scratch.foreignFallback[turn])
    }
    return PlaceResult(status: .none)
  }

  /// One township if no other comes close, else the candidates.
  private func choose(
    _ best: Float, scratch: inout PlaceScratch, by score: (TownshipScore) -> Float
  ) -> PlaceResult {
    for index in scratch.scores.indices
    where score(scratch.scores[index]) > best - settings.margin
      && score(scratch.scores[index]) >= settings.accept
    {
      scratch.candidates.append(UInt32(index))
    }
    guard scratch.candidates.count == 1 else { return PlaceResult(status: .ambiguous) }
    let township = Int(scratch.candidates[0])
    let found = scratch.scores[township]
    // The county town may be any of its parts, and the tables may not know them all.
    if found.town >= best, max(found.direct, found.village) < settings.accept {
      return PlaceResult(status: .ambiguous)
    }
    let hasVillage = found.village >= settings.accept && found.villagePlace != noPlace
    return PlaceResult(
      status: .resolved, township: township, village: hasVillage ? Int(found.villagePlace) : nil)
  }
}
