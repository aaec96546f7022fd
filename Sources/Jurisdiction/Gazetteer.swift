import Automaton
public import Pack

/// The places of a pack, as they lie in it: immutable views, O(1) to open.
public struct Gazetteer: Sendable {
  public let strings: StringTable
  let matcher: Matcher
  let patterns: Table<PlacePattern>
  let forms: Table<PlaceForm>
  public let places: Table<PlaceRecord>
  public let townships: Table<TownshipRecord>
  /// Indices of townships, see `PlaceRecord.firstTownship`.
  let townshipLists: Table<UInt32>
  let cues: Table<PlaceCueRecord>
  /// By `PlaceRole.rawValue`.
  let roles: Table<PlaceRoleRecord>
  public let settings: PlaceSettings
  let soundalikes: Soundalikes

  /// Reads the tables in place. O(1).
  public init(image: PackImage) throws(PackError) {
    strings = try image.strings()
    patterns = try image.table(.placePatterns)
    forms = try image.table(.placeForms)
    places = try image.table(.places)
    townships = try image.table(.townships)
    townshipLists = try image.table(.placeTownships)
    cues = try image.table(.placeCues)
    roles = try image.table(.placeRoles)
    soundalikes = try Soundalikes(image: image)
    // A sound for each code of the alphabet.
    matcher = try Matcher(image: image, .places, alphabetSize: soundalikes.sounds.count)
    let settings = try image.table(.placeSettings, of: PlaceSettings.self)
    guard settings.count == 1 else { throw image.malformed(.placeSettings) }
    self.settings = settings[0]
    guard roles.count == PlaceRole.allCases.count else { throw image.malformed(.placeRoles) }
  }

  /// The official code of a township. Allocates, as the other names do.
  public func townshipCode(_ index: Int) -> String { strings[townships[index].code] }

  /// True if a township belongs to the county town.
  public func isUrban(_ township: Int) -> Bool { townships[township].urban != 0 }

  /// The current full name of a township.
  public func townshipName(_ index: Int) -> String { strings[townships[index].name] }

  /// The official code of a place, empty if it has none.
  public func placeCode(_ index: Int) -> String { strings[places[index].code] }

  /// The name of a place as the tables write it.
  public func placeName(_ index: Int) -> String { strings[places[index].name] }

  /// The current townships a place may lie in.
  func townships(of place: PlaceRecord) -> Table<UInt32> {
    let first = Int(place.firstTownship)
    return townshipLists[first..<first + Int(place.townshipCount)]
  }

  /// Whether a township is one of those a place may lie in. O(those).
  public func place(_ place: Int, mayLieIn township: Int) -> Bool {
    let list = townships(of: places[place])
    return list.indices.contains { list[$0] == UInt32(township) }
  }

  /// What a matched string may be.
  func forms(of pattern: UInt32) -> Table<PlaceForm> {
    let record = patterns[Int(pattern)]
    let first = Int(record.firstForm)
    return forms[first..<first + Int(record.formCount)]
  }

  func isA(_ pattern: UInt32, _ kind: PlaceForm.Kind) -> Bool {
    patterns[Int(pattern)].kinds & (1 << UInt16(kind.rawValue)) != 0
  }
}
