import Automaton
import Pack

// Villages are called 柳树, 联盟, 大桥: such a word is a name only where something proves it.

extension Gazetteer {
  /// Adds ordinary words to the mentions where they are proven names, and finds the cues anew.
  /// O(words × log names + their forms and cues).
  func findProvenWords(in text: borrowing FoldedText, scratch: inout PlaceScratch) {
    let codes = text.codes.table
    for index in scratch.words.indices {
      let word = scratch.words[index]
      let forms = forms(of: word.pattern)
      let isName = forms.indices.contains {
        forms[$0].kind == .place && isProven(forms[$0], word, codes, scratch)
      }
      if isName { scratch.likenesses.append(word) }
    }
    guard scratch.likenesses.count > 0 else { return }
    let added = joinLikenesses(scratch: &scratch)
    scratch.likenesses.removeAll()
    scratch.joined.removeAll()
    if added { findCues(scratch: &scratch) }
  }

  /// True if something shows that the word at `hit` is the name `form`: the cue behind it, the
  /// village's township before it, or that it is all of a sentence's last clause, or all that
  /// follows a word such as 在.
  func isProven(
    _ form: PlaceForm, _ hit: Hit, _ codes: Table<UInt16>, _ scratch: borrowing PlaceScratch
  ) -> Bool {
    let place = places[Int(form.target)]
    if let before = scratch.mentions.table.last(to: Int(hit.start)), before.end == hit.start,
      names(before.pattern, townshipOf: place)
    {
      return true
    }
    if let cue = scratch.trails.table.first(from: Int(hit.end)),
      proves(cue, .trail, distance: cue.start - hit.end, form, place.kind)
    {
      return true
    }
    guard form.need == .proof else { return false }
    let stretch = Int(hit.start)..<Int(hit.end)
    return isLastWord(stretch, codes)
      || (place.kind == .township && isLastButLink(stretch, codes, scratch.trails.table))
      || (endsClause(stretch.upperBound, codes, scratch.trails.table)
        && staysThere(before: hit, form, place.kind, scratch))
  }

  /// True if a word right before the name says that somebody is there: “那个茶厂，在联盟。”
  private func staysThere(
    before hit: Hit, _ form: PlaceForm, _ kind: PlaceKind, _ scratch: borrowing PlaceScratch
  ) -> Bool {
    guard let lead = scratch.leads.table.last(to: Int(hit.start)), lead.end == hit.start else {
      return false
    }
    let forms = forms(of: lead.pattern)
    return forms.indices.contains {
      let cue = cues[Int(forms[$0].target)]
      return forms[$0].kind == .lead && cue.effect == .role
        && cue.role.stays && cue.covers(form, kind)
    }
  }

  private func proves(
    _ hit: Hit, _ side: PlaceForm.Kind, distance: UInt32, _ form: PlaceForm, _ kind: PlaceKind
  ) -> Bool {
    let forms = forms(of: hit.pattern)
    return forms.indices.contains {
      guard forms[$0].kind == side else { return false }
      let cue = cues[Int(forms[$0].target)]
      return cue.effect == .prove && distance <= cue.reach && cue.covers(form, kind)
        && (form.need != .group || cue.scope == .village)
    }
  }

  /// True if a name may be that of a township in which `village` lies.
  private func names(_ pattern: UInt32, townshipOf village: PlaceRecord) -> Bool {
    guard village.kind == .village else { return false }
    let forms = forms(of: pattern)
    let own = townships(of: village)
    return forms.indices.contains {
      guard forms[$0].kind == .place else { return false }
      let place = places[Int(forms[$0].target)]
      guard place.kind == .township else { return false }
      let list = townships(of: place)
      return list.indices.contains { item in own.indices.contains { own[$0] == list[item] } }
    }
  }
}

extension Table<Hit> {
  /// The first hit that starts at `index` or later; the hits lie apart, in order. O(log n).
  func first(from index: Int) -> Hit? {
    let position = partitioningIndex { Int($0.start) >= index }
    return position < count ? self[position] : nil
  }

  /// The last hit that ends at `index` or before. O(log n).
  func last(to index: Int) -> Hit? {
    var position = partitioningIndex { Int($0.start) >= index }
    while position > 0, Int(self[position - 1].end) > index { position -= 1 }
    return position > 0 ? self[position - 1] : nil
  }
}
