import Automaton
import Jurisdiction
import Pack

extension GazetteerSource {
  /// The place sections without strings.
  ///
  /// - Parameters:
  ///   - encode: a string as the scanner's codes.
  ///   - letters: the folded characters of the alphabet in the order of their codes.
  func arranged(encode: (String) -> [UInt16], letters: [UInt32]) -> ArrangedSections {
    var arranged = ArrangedSections()
    let alphabetSize = Int(Alphabet.firstLetter) + letters.count
    var indexOf: [[UInt16]: Int] = [:]
    var patterns: [[UInt16]] = []
    var meanings: [[PlaceForm]] = []
    for entry in entries {
      let codes = encode(entry.text)
      if codes.isEmpty || codes.contains(where: { $0 < Alphabet.firstLetter }) {
        arranged.diagnostics.error(entry.row, "“\(entry.text)”是空的或含有标点；请只写文字")
        continue
      }
      let index = indexOf[codes, default: patterns.count]
      if index == patterns.count {
        indexOf[codes] = index
        patterns.append(codes)
        meanings.append([])
      }
      let isKnown = meanings[index].contains {
        $0.kind == entry.form.kind && $0.target == entry.form.target
      }
      if !isKnown { meanings[index].append(entry.form) }
    }
    arrangeMatcher(patterns, alphabetSize, &arranged)
    arrangeSounds(encode: encode, letters: letters, &meanings, &arranged)
    arrangeForms(meanings, &arranged)
    arranged.tables.add(.placeCues, cues)
    arranged.tables.add(.placeRoles, roles)
    let settings = PlaceSettings(
      accept: weights.accept, margin: weights.margin, outside: weights.outside,
      longestReach: cues.map(\.reach).max() ?? 0)
    arranged.tables.add(.placeSettings, [settings])
    return arranged
  }

  private func arrangeMatcher(
    _ patterns: [[UInt16]], _ alphabetSize: Int, _ arranged: inout ArrangedSections
  ) {
    do {
      let matcher = try MatcherBuilder(
        patterns: PatternList(patterns), alphabetSize: alphabetSize)
      arranged.tables.add(matcher, as: .places)
    } catch {
      arranged.diagnostics.error(
        file: "gazetteer", "地名太多，装不进自动机（\(error)）；请删减")
    }
  }

  private func arrangeForms(_ meanings: [[PlaceForm]], _ arranged: inout ArrangedSections) {
    var records: [PlacePattern] = []
    var forms: [PlaceForm] = []
    for list in meanings {
      records.append(
        PlacePattern(
          firstForm: UInt32(forms.count), formCount: UInt16(list.count),
          kinds: Self.kinds(of: list)))
      forms += list
    }
    arranged.tables.add(.placePatterns, records)
    arranged.tables.add(.placeForms, forms)
  }

  private static func kinds(of forms: [PlaceForm]) -> UInt16 {
    let names = forms.filter { $0.kind == .place }
    let isWord =
      !names.isEmpty && names.allSatisfy { $0.need != .nothing }
      && !forms.contains { $0.kind == .exclusion }
    return forms.reduce(isWord ? PlacePattern.wordOnly : 0) { $0 | 1 << UInt16($1.kind.rawValue) }
  }

  /// Writes the places themselves, which have names.
  func compile(into writer: inout ImageWriter) {
    var lists: [UInt32] = []
    var records: [PlaceRecord] = []
    for place in places {
      records.append(
        PlaceRecord(
          code: writer.string(place.code), name: writer.string(place.name), kind: place.kind,
          firstTownship: UInt32(lists.count), townshipCount: UInt16(place.townships.count),
          isTown: place.isTown))
      lists += place.townships.map(UInt32.init)
    }
    writer.add(.places, records)
    writer.add(.placeTownships, lists)
    writer.add(
      .townships,
      townships.map {
        TownshipRecord(
          code: writer.string($0.code), name: writer.string($0.name), kind: writer.string($0.kind),
          isUrban: $0.isUrban)
      })
  }
}
