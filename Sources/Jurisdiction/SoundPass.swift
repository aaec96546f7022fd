import Automaton
import Pack

// Where no name is written as it should be: names that the text only sounds like, since speech
// recognition writes 批沙镇 for 披砂镇.

extension Gazetteer {
  /// Adds what sounds like a name of the county to the mentions, and finds the cues anew. False if
  /// nothing does.
  ///
  /// An ordinary word or a cue is no bare name; the word that stands before 镇 or 村 (我们村), or
  /// ends with it (家乡), is in no name at all. Names as written keep their place unless they are bare and part of a longer one
  /// that was heard. O(codes + matches × log words).
  func findSoundalikes(in text: borrowing FoldedText, scratch: inout PlaceScratch) -> Bool {
    let codes = text.codes.table
    for index in codes.indices {
      scratch.sounds.append(soundalikes.sounds[Int(codes[index])])
    }
    soundalikes.matcher.scan(scratch.sounds.table, into: &scratch.soundHits)
    for index in scratch.soundHits.indices {
      let hit = scratch.soundHits[index]
      guard let pattern = reading(of: hit, codes, scratch) else { continue }
      scratch.likenesses.keepLongest(Hit(start: hit.start, end: hit.end, pattern: pattern))
    }
    guard scratch.likenesses.count > 0, joinLikenesses(scratch: &scratch) else { return false }
    findCues(scratch: &scratch)
    return true
  }

  /// The pattern that a stretch stands for, nil if it is no name.
  private func reading(
    of hit: Hit, _ codes: Table<UInt16>, _ scratch: borrowing PlaceScratch
  ) -> UInt32? {
    let name = soundalikes.names[Int(hit.pattern)]
    let start = Int(hit.start)
    let length = Int(name.stemLength)
    let same = soundalikes.agreement(name, codes, at: start)
    let likeness: SoundName.Likeness =
      length > 2
      ? (same * 2 > length ? .strong : .fair)
      : (same > 0 ? .fair : .faint)
    let stem = Soundalikes.packed(codes[start..<start + length])
    if Soundalikes.holds(soundalikes.modifiers, stem) { return nil }
    if start + length < codes.count {
      let seam = Soundalikes.packed(codes[start + length - 1..<start + length + 1])
      if Soundalikes.holds(soundalikes.modifiers, seam) { return nil }
    }
    let isOrdinary = Soundalikes.holds(soundalikes.words, stem)
    switch name.ending {
    case .bare:
      let isShort = length <= 2
      if isOrdinary || isCrossed(hit, by: scratch.leads.table, evenWithin: isShort)
        || isCrossed(hit, by: scratch.trails.table, evenWithin: isShort)
      {
        return nil
      }
    case .village: if isOrdinary, likeness == .faint { return nil }
    case .township: break
    }
    return name.firstPattern + UInt32(likeness.rawValue)
  }

  /// True if one of the cues, which lie apart in order, covers a part of `hit` and more, or, if
  /// `evenWithin`, a part: the 沟 of 骑骡沟 is none. O(log n + cues within).
  private func isCrossed(_ hit: Hit, by cues: Table<Hit>, evenWithin: Bool) -> Bool {
    var index = cues.partitioningIndex { $0.end > hit.start }
    while index < cues.count, cues[index].start < hit.end {
      let cue = cues[index]
      let isWithin = cue.start >= hit.start && cue.end <= hit.end
      if evenWithin || !isWithin || cue.end - cue.start == hit.end - hit.start { return true }
      index += 1
    }
    return false
  }

  /// Joins likenesses and mentions in order of the text. False if no likeness is left. O(n).
  func joinLikenesses(scratch: inout PlaceScratch) -> Bool {
    var kept = 0
    var next = 0
    for index in scratch.likenesses.indices {
      let likeness = scratch.likenesses[index]
      while next < scratch.mentions.count, scratch.mentions[next].end <= likeness.start {
        scratch.joined.append(scratch.mentions[next])
        next += 1
      }
      var after = next
      var isFree = true
      while after < scratch.mentions.count, scratch.mentions[after].start < likeness.end {
        isFree = isFree && mayYield(scratch.mentions[after], to: likeness)
        after += 1
      }
      guard isFree else { continue }
      scratch.joined.append(likeness)
      kept += 1
      next = after
    }
    while next < scratch.mentions.count {
      scratch.joined.append(scratch.mentions[next])
      next += 1
    }
    scratch.mentions.removeAll()
    for index in scratch.joined.indices { scratch.mentions.append(scratch.joined[index]) }
    return kept > 0
  }

  /// True if a mention is a bare name and a part of the likeness.
  private func mayYield(_ mention: Hit, to likeness: Hit) -> Bool {
    let isInside =
      mention.start >= likeness.start && mention.end <= likeness.end
      && mention.end - mention.start < likeness.end - likeness.start
    guard isInside, !isA(mention.pattern, .exclusion) else { return false }
    let forms = forms(of: mention.pattern)
    return forms.indices.allSatisfy { forms[$0].kind != .place || forms[$0].isBare != 0 }
  }

  /// The heaviest of the names heard that the place rests on.
  func heardName(for place: PlaceResult, _ scratch: borrowing PlaceScratch) -> HeardName? {
    guard place.status == .resolved || place.status == .ambiguous else { return nil }
    var best: HeardName?
    for index in scratch.evidence.indices {
      let piece = scratch.evidence[index]
      guard piece.isHomophone, piece.weight > (best?.weight ?? 0) else { continue }
      if let township = place.township, !mayLie(piece.place, in: township) { continue }
      best = HeardName(
        place: piece.place, start: piece.start, end: piece.end, weight: piece.weight)
    }
    return best
  }

  private func mayLie(_ place: UInt32, in township: Int) -> Bool {
    let list = townships(of: places[Int(place)])
    return list.indices.contains { Int(list[$0]) == township }
  }
}
