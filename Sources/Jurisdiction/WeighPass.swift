import Automaton
import Pack

// Third pass: what each name of an address counts, and for which townships.

/// What the names of an address have said so far, left to right.
private struct Address {
  /// A region elsewhere has been named: what follows lies in it.
  var isForeign = false
  var namesCounty = false
  /// What the own county's name counts; nothing if a place elsewhere stands right behind it, such
  /// as a township that the county has ceded.
  var countyWeight: Float = 0
  /// Code after the own county's name.
  var countyEnd: UInt32?
  /// Some township of the own county has been named: `TownshipScore.isInChain` tells which.
  var namesTownship = false
  var foreignWeight: Float = 0
}

/// What a name is as a place of the own county.
private struct OwnReadings {
  var exist = false
  /// Some reading is more than a bare village name without context.
  var areSound = false
  var namesTownship = false
}

extension Gazetteer {
  /// Adds an address to the scores. O(names × their readings + cues).
  func weigh(_ chain: Chain, scratch: inout PlaceScratch) {
    var address = Address()
    for index in chain.mentions {
      let mention = scratch.mentions[index]
      weigh(
        mention, isLast: index == chain.mentions.upperBound - 1, chain, &address,
        scratch: &scratch)
    }
    scratch.foreignScore = max(scratch.foreignScore, address.foreignWeight)
    scratch.countyScore = max(scratch.countyScore, address.countyWeight)
    if address.namesTownship {
      for index in scratch.scores.indices { scratch.scores[index].isInChain = false }
    }
  }

  private func weigh(
    _ mention: Hit, isLast: Bool, _ chain: Chain, _ address: inout Address,
    scratch: inout PlaceScratch
  ) {
    var own = OwnReadings()
    if !address.isForeign {
      own = weighOwn(mention, isLast: isLast, chain, address, scratch: &scratch)
      if own.namesTownship, !address.namesTownship {
        address.namesTownship = true
        markTownships(of: mention, scratch: &scratch)
      }
    }
    weighRegions(mention, isLast: isLast, chain, own, &address, scratch: &scratch)
  }

  /// The readings of a name as a place of the own county.
  private func weighOwn(
    _ mention: Hit, isLast: Bool, _ chain: Chain, _ address: Address, scratch: inout PlaceScratch
  ) -> OwnReadings {
    let readings = forms(of: mention.pattern)
    var own = OwnReadings()
    let isElsewhereToo = readings.indices.contains { isPlace(readings[$0], .foreign) }
    for index in readings.indices where readings[index].kind == .place {
      let form = readings[index]
      let place = places[Int(form.target)]
      guard place.kind == .township || place.kind == .village || place.kind == .landmark else {
        continue
      }
      if form.need != .nothing, !isProven(form, mention, chain.codes, scratch) { continue }
      own.exist = true
      let cues = cues(
        of: chain, for: form, place.kind, isLast: isLast, isElsewhereToo: isElsewhereToo, scratch)
      // Of a township and a village of one name, the township is meant unless the cue tells. Of
      // 复兴, that of a 街道 and of a village elsewhere, and a word besides, neither is.
      let namesake = place.kind == .village ? township(in: readings) : nil
      let isEqual = namesake.map { isEasilyMistaken($0) && !lies(place, in: $0) } ?? true
      let standard = isEqual ? namesake ?? form : form
      var isConfirmed = isEqual ? cues.isConfirmed : cues.isKindConfirmed
      var isRestricted = false
      if place.kind == .township {
        isConfirmed = isConfirmed || address.namesCounty
      } else if address.namesTownship {
        // The township beside it decides; a village of another township is not meant.
        guard isInChain(place, scratch) else { continue }
        isRestricted = true
        isConfirmed = true
      }
      if isConfirmed || form.isBare == 0 || place.kind == .township { own.areSound = true }
      if place.kind == .township, cues.role != .name { own.namesTownship = true }
      add(
        form, place, isConfirmed ? standard.confirmed : standard.weight, cues.role,
        isRestricted: isRestricted, isConfirmed: isConfirmed, mention, scratch: &scratch)
    }
    return own
  }

  /// The readings of a name as a province, prefecture or county.
  private func weighRegions(
    _ mention: Hit, isLast: Bool, _ chain: Chain, _ own: OwnReadings, _ address: inout Address,
    scratch: inout PlaceScratch
  ) {
    let readings = forms(of: mention.pattern)
    for index in readings.indices where readings[index].kind == .place {
      let form = readings[index]
      let kind = places[Int(form.target)].kind
      guard kind == .county || kind == .ancestor || kind == .foreign else { continue }
      if kind != .foreign { address.isForeign = false }
      if kind == .ancestor || (kind == .foreign && (own.areSound || address.namesTownship)) {
        continue
      }
      let cues = cues(of: chain, for: form, kind, isLast: isLast, scratch)
      // A bare name that the own county has too tells nothing by itself.
      if kind == .foreign, own.exist, form.isBare != 0, !cues.isConfirmed { continue }
      // That the own county is a place tells nothing.
      let base = cues.isConfirmed && kind != .county ? form.confirmed : form.weight
      let role = roles[Int(cues.role.rawValue)]
      let weight = base * role.factor
      if kind == .county {
        address.namesCounty = true
        address.countyWeight = max(address.countyWeight, weight)
        address.countyEnd = mention.end
      } else {
        if weight > 0, mention.start == address.countyEnd { address.countyWeight = 0 }
        if cues.role != .name, form.weight >= settings.accept { address.isForeign = true }
        address.foreignWeight += weight
        let turn = Int(role.turn)
        scratch.foreignFallback[turn] = max(scratch.foreignFallback[turn], base * role.alone)
      }
      note(form, weight, cues.role, cues.isConfirmed, mention, scratch: &scratch)
    }
  }

  private func isPlace(_ form: PlaceForm, _ kind: PlaceKind) -> Bool {
    form.kind == .place && places[Int(form.target)].kind == kind
  }

  private func township(in readings: Table<PlaceForm>) -> PlaceForm? {
    let index = readings.indices.first { isPlace(readings[$0], .township) }
    return index.map { readings[$0] }
  }

  private func isEasilyMistaken(_ form: PlaceForm) -> Bool {
    form.need != .nothing || form.weight < settings.accept
  }

  /// True if a village may lie in the township that `form` names.
  private func lies(_ village: PlaceRecord, in form: PlaceForm) -> Bool {
    let own = townships(of: village)
    let list = townships(of: places[Int(form.target)])
    return list.indices.contains { item in own.indices.contains { own[$0] == list[item] } }
  }

  /// Marks the townships that an address has named.
  private func markTownships(of mention: Hit, scratch: inout PlaceScratch) {
    let readings = forms(of: mention.pattern)
    for index in readings.indices where isPlace(readings[index], .township) {
      let list = townships(of: places[Int(readings[index].target)])
      for item in list.indices { scratch.scores[Int(list[item])].isInChain = true }
    }
  }

  /// Adds one reading to the townships it may mean.
  private func add(
    _ form: PlaceForm, _ place: PlaceRecord, _ base: Float, _ role: PlaceRole, isRestricted: Bool,
    isConfirmed: Bool, _ mention: Hit, scratch: inout PlaceScratch
  ) {
    let factors = roles[Int(role.rawValue)]
    let weight = base * factors.factor
    let turn = Int(factors.turn)
    let list = townships(of: place)
    for index in list.indices {
      let township = Int(list[index])
      if isRestricted, !scratch.scores[township].isInChain { continue }
      scratch.scores[township].addFallback(base * factors.alone, turn, place.kind, form.target)
      if place.isTown != 0 {
        scratch.scores[township].town = max(scratch.scores[township].town, weight)
      } else if place.kind != .village {
        scratch.scores[township].direct = max(scratch.scores[township].direct, weight)
      } else if weight > scratch.scores[township].village {
        scratch.scores[township].village = weight
        scratch.scores[township].villagePlace = form.target
      } else if weight == scratch.scores[township].village,
        scratch.scores[township].villagePlace != form.target
      {
        scratch.scores[township].villagePlace = noPlace
      }
    }
    note(form, weight, role, isConfirmed, mention, scratch: &scratch)
  }

  private func isInChain(_ place: PlaceRecord, _ scratch: borrowing PlaceScratch) -> Bool {
    let list = townships(of: place)
    for index in list.indices where scratch.scores[Int(list[index])].isInChain { return true }
    return false
  }

  private func note(
    _ form: PlaceForm, _ weight: Float, _ role: PlaceRole, _ isConfirmed: Bool, _ mention: Hit,
    scratch: inout PlaceScratch
  ) {
    scratch.evidence.append(
      PlaceEvidence(
        place: form.target, start: mention.start, end: mention.end, weight: weight, role: role,
        isConfirmed: isConfirmed, isHomophone: form.isHomophone != 0))
  }
}
