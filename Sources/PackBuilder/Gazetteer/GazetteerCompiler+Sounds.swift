import Automaton
import Jurisdiction
import Pack

// The names of the own county by their sound: townships and villages with what they end with, and
// those that may stand without it.

extension GazetteerSource {
  /// A name with its generic part apart.
  private struct Spoken: Hashable {
    var stem: [UInt16]
    var tail: [UInt16]
    var ending: SoundName.Ending
  }

  private static let villageEndings = ["社区", "村"]

  /// Arranges the sections of `Soundalikes` and adds the meanings of their names to `meanings`.
  func arrangeSounds(
    encode: (String) -> [UInt16], letters: [UInt32], _ meanings: inout [[PlaceForm]],
    _ arranged: inout ArrangedSections
  ) {
    let kinds = Set(townships.map(\.kind)).sorted()
    // An ending that no table holds a character of ends no name.
    let endings = (kinds + Self.villageEndings).flatMap(encode)
      .filter { $0 >= Alphabet.firstLetter }.map { letters[Int($0 - Alphabet.firstLetter)] }
    let classes = SoundClasses(letters: letters, endings: Set(endings), sounds)

    var names: [SoundName] = []
    var spellings: [UInt16] = []
    var patterns: [[UInt16]] = []
    for (sequence, group) in sequences(classes, kinds, encode) {
      let stems = Array(Set(group.map(\.0.stem))).sorted { $0.lexicographicallyPrecedes($1) }
      let (spoken, _) = group[0]
      names.append(
        SoundName(
          firstSpelling: UInt32(spellings.count), spellingCount: UInt16(stems.count),
          stemLength: UInt8(spoken.stem.count), ending: spoken.ending,
          firstPattern: UInt32(meanings.count)))
      for stem in stems { spellings += stem }
      patterns.append(sequence)
      for likeness in SoundName.Likeness.allCases {
        meanings.append(Self.distinct(group.map { heard($0.1, spoken.ending, likeness) }))
      }
    }
    do {
      let matcher = try MatcherBuilder(
        patterns: PatternList(patterns), alphabetSize: classes.size)
      arranged.tables.add(matcher, as: .sounds)
    } catch {
      arranged.diagnostics.error(file: "gazetteer", "地名太多，装不进自动机（\(error)）；请删减")
    }
    arranged.tables.add(.sounds, classes.sounds)
    arranged.tables.add(.soundNames, names)
    arranged.tables.add(.soundSpellings, spellings)
    arranged.tables.add(.soundWords, Self.packed(sounds.words.map { encode($0) }))
    arranged.tables.add(.soundModifiers, Self.packed(sounds.modifiers.map { encode($0) }))
  }

  /// Each sequence of sounds with the names it may stand for, in a fixed order.
  private func sequences(
    _ classes: SoundClasses, _ kinds: [String], _ encode: (String) -> [UInt16]
  ) -> [([UInt16], [(Spoken, PlaceForm)])] {
    var groups: [[UInt16]: [(Spoken, PlaceForm)]] = [:]
    for entry in entries where entry.form.kind == .place && entry.form.need == .nothing {
      for name in spoken(entry, kinds, encode) where (2...12).contains(name.stem.count) {
        let variants = classes.variants(
          stem: name.stem, ending: name.tail, limit: Int(weights.soundVariants))
        for variant in variants { groups[variant, default: []].append((name, entry.form)) }
      }
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { ($0.key, Self.sameEnding($0.value)) }
  }

  /// The names of a sequence that end alike and are as long: those of the first.
  private static func sameEnding(_ group: [(Spoken, PlaceForm)]) -> [(Spoken, PlaceForm)] {
    let first = group[0].0
    return group.filter { $0.0.ending == first.ending && $0.0.stem.count == first.stem.count }
  }

  /// How a name may be said. A township's is heard with any kind (乡 has become 镇).
  private func spoken(
    _ entry: Entry, _ kinds: [String], _ encode: (String) -> [UInt16]
  ) -> [Spoken] {
    let isBare = entry.form.isBare != 0
    switch places[Int(entry.form.target)].kind {
    case .township where isBare, .village where isBare:
      return [Spoken(stem: encode(entry.text), tail: [], ending: .bare)]
    case .township:
      guard let kind = kinds.first(where: entry.text.hasSuffix) else { return [] }
      let stem = encode(String(entry.text.dropLast(kind.count)))
      return kinds.map { Spoken(stem: stem, tail: encode($0), ending: .township) }
    case .village:
      guard let kind = Self.villageEndings.first(where: entry.text.hasSuffix) else { return [] }
      let stem = encode(String(entry.text.dropLast(kind.count)))
      return [Spoken(stem: stem, tail: encode(kind), ending: .village)]
    case .landmark:
      let stem = encode(entry.text)
      return stem.count > 2 ? [Spoken(stem: stem, tail: [], ending: .bare)] : []
    default: return []
    }
  }

  /// What a name counts if it is only heard.
  private func heard(
    _ form: PlaceForm, _ ending: SoundName.Ending, _ likeness: SoundName.Likeness
  ) -> PlaceForm {
    let plain = [weights.soundFaint, weights.soundFair, weights.soundStrong]
    let level = Int(likeness.rawValue)
    let confirmed = likeness == .faint ? weights.soundFaintConfirmed : weights.soundConfirmed
    var (weight, sure) = (plain[level], confirmed)
    switch ending {
    case .township: (weight, sure) = (weights.soundFull, weights.soundFull)
    case .village:
      weight = likeness == .faint ? weights.soundFair : weights.soundFull
      sure = weights.soundFull
    case .bare:
      if places[Int(form.target)].kind == .village {
        // Only a longer name with a character right stands alone.
        let stands = likeness == .strong && form.weight >= weights.accept
        (weight, sure) = (stands ? plain[level] : 0, likeness == .faint ? 0 : confirmed)
      } else if form.weight < weights.accept {
        // Easily mistaken even where it is written as it should be.
        (weight, sure) = level == 0 ? (0, 0) : (plain[level - 1], weights.soundFaintConfirmed)
      }
    }
    return PlaceForm(
      kind: .place, target: form.target, weight: weight, confirmed: sure,
      isBare: form.isBare != 0, isHomophone: true)
  }

  private static func distinct(_ forms: [PlaceForm]) -> [PlaceForm] {
    var seen: Set<UInt32> = []
    return forms.filter { seen.insert($0.target).inserted }
  }

  private static func packed(_ words: [[UInt16]]) -> [UInt64] {
    Set(words.map { $0.reduce(0) { $0 << 16 | UInt64($1) } }).sorted()
  }
}
