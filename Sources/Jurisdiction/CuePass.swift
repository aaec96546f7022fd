import Automaton
import Pack

/// What the cues around an address say of one name in it.
struct CueReading {
  var role = PlaceRole.plain
  /// The context shows that a place is meant.
  var isConfirmed = false
  /// It shows which kind of place: 三组 is said of a village, 镇上 of a township.
  var isKindConfirmed = false
}

extension Gazetteer {
  /// Reads the cues that reach one name of an address.
  ///
  /// Of several roles the one that leaves least of the weight wins, so that 老家在 is an origin
  /// though 在 alone speaks of the incident; `here` beats home and away. A name role or a confirmation behind the address
  /// speaks of its last name only.
  func cues(
    of chain: Chain, for form: PlaceForm, _ kind: PlaceKind, isLast: Bool,
    isElsewhereToo: Bool = false, _ scratch: borrowing PlaceScratch
  ) -> CueReading {
    var reading = CueReading()
    let isOwn = kind == .township || kind == .village || kind == .landmark
    reading.isConfirmed = isOwn ? chain.isLastButLink : chain.isLastWord
    let start = scratch.mentions[chain.mentions.lowerBound].start
    let end = scratch.mentions[chain.mentions.upperBound - 1].end
    for index in chain.leads {
      let hit = scratch.leads[index]
      read(
        hit, .lead, distance: start - hit.end, form, kind, isLast: true,
        isClauseEnd: isOwn && isLast && chain.isClauseEnd && !isElsewhereToo, into: &reading)
    }
    for index in chain.trails {
      let hit = scratch.trails[index]
      read(hit, .trail, distance: hit.start - end, form, kind, isLast: isLast, into: &reading)
    }
    return reading
  }

  private func read(
    _ hit: Hit, _ side: PlaceForm.Kind, distance: UInt32, _ form: PlaceForm, _ kind: PlaceKind,
    isLast: Bool, isClauseEnd: Bool = false, into reading: inout CueReading
  ) {
    let forms = forms(of: hit.pattern)
    for index in forms.indices where forms[index].kind == side {
      let cue = cues[Int(forms[index].target)]
      guard distance <= cue.reach, cue.covers(form, kind) else { continue }
      switch cue.effect {
      case .link, .neutral: break
      case .confirm, .prove:
        guard isLast else { break }
        reading.isConfirmed = true
        if cue.scope == .village || cue.scope == .township { reading.isKindConfirmed = true }
      case .role:
        if cue.role == .name, !isLast { break }
        if isStronger(cue.role, than: reading.role) { reading.role = cue.role }
        // “去同兴” and “在子各，”, “我新民的，” name places.
        if side == .lead, distance == 0 {
          reading.isConfirmed =
            reading.isConfirmed || (kind == .township && cue.role.leadsTo)
            || (isClauseEnd && form.isHomophone == 0 && cue.role.stays)
        }
      }
    }
  }

  private func isStronger(_ role: PlaceRole, than other: PlaceRole) -> Bool {
    if role == .here { return other.yieldsToHere }
    if other == .here { return !role.yieldsToHere }
    if other == .plain { return true }
    let (one, two) = (roles[Int(role.rawValue)], roles[Int(other.rawValue)])
    return one.factor != two.factor ? one.factor < two.factor : one.alone < two.alone
  }
}
