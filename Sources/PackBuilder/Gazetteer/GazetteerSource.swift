import Jurisdiction

/// The places as read: `base/gazetteer/` and a pack's own `gazetteer/`.
///
/// A pack without a `gazetteer` folder names no places: every call's place is then `none`, or
/// `outside` if its manifest has a county code.
public struct GazetteerSource: Sendable {
  /// A place before it has a record.
  struct Place: Sendable {
    var code: String
    var name: String
    var kind: PlaceKind
    /// Indices of current townships.
    var townships: [Int]
    /// The county town.
    var isTown = false
  }

  /// A string that callers say, with one of its meanings.
  struct Entry: Sendable {
    var text: String
    var form: PlaceForm
    var row: SourceRow
  }

  /// A current township; its place has the same index.
  struct Township: Sendable {
    var code: String
    var name: String
    var kind: String
    var isUrban: Bool
  }

  var places: [Place] = []
  var townships: [Township] = []
  var entries: [Entry] = []
  var cues: [PlaceCueRecord] = []
  var weights = PlaceWeights()
  let sounds: SoundSource
  var roles: [PlaceRoleRecord] = []
  /// What a township's short name may end with and still mean the township.
  var markets: [String] = []
  /// Counties and places next door, by what they are called.
  var neighbours: [(name: String, row: SourceRow)] = []
  /// Name of a township, current or former → indices of current townships.
  var townshipsByName: [String: [Int]] = [:]

  /// Reads everything and reports every mistake.
  public init(_ folder: SourceFolder, pack: String, into diagnostics: inout Diagnostics) {
    sounds = SoundSource(folder, &diagnostics)
    weights.read(folder, &diagnostics)
    readRoles(folder, &diagnostics)
    readMarkets(folder, &diagnostics)
    let regions = RegionSource(folder, &diagnostics)
    readTownships(folder, pack, regions, &diagnostics)
    readVillages(folder, pack, &diagnostics)
    readLandmarks(folder, pack, &diagnostics)
    readRegions(regions, ownCode: Self.countyCode(folder, pack), folder, pack, &diagnostics)
    readCues(folder, &diagnostics)
    readExclusions(folder, "base/gazetteer/place_exclusions.tsv", &diagnostics)
    readExclusions(folder, "\(pack)/gazetteer/exclusions.tsv", &diagnostics)
  }

  /// All strings to be matched: their characters must be in the alphabet.
  public var names: [String] { entries.map(\.text) }

  /// Adds one meaning of a string.
  mutating func add(
    _ text: String, _ kind: PlaceForm.Kind = .place, target: Int, weight: Float = 0,
    confirmed: Float = 0, isBare: Bool = false, need: PlaceForm.Need = .nothing, _ row: SourceRow
  ) {
    let form = PlaceForm(
      kind: kind, target: UInt32(target), weight: weight, confirmed: confirmed, isBare: isBare,
      need: need)
    entries.append(Entry(text: text, form: form, row: row))
  }

  /// The first six digits of the manifest's code, empty if the pack is tied to no county.
  private static func countyCode(_ folder: SourceFolder, _ pack: String) -> String {
    // The manifest's own reader reports its mistakes.
    var ignored = Diagnostics()
    let rows = folder.optionalTable(
      "\(pack)/manifest.tsv", required: ["key", "value"], into: &ignored)?.rows
    return String((rows?.first { $0["key"] == "code" }?["value"] ?? "").prefix(6))
  }
}
