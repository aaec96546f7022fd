public import Automaton
public import Pack

/// The places of the whole country, down to villages, by name: says which county a text speaks of.
///
/// A pack of its own (`fenliu compile --nation`), apart from the packs that route. Immutable: any
/// number of threads may share one, and processes that map the same file share its memory.
public final class NationalGazetteer: Sendable {
  public let image: PackImage
  public let alphabet: Alphabet
  let strings: StringTable
  let matcher: Matcher
  /// The ranks of each name, see `AreaRecord`.
  let ranks: RankLists
  /// Provinces, cities, counties and townships, by rank.
  public let areas: Table<AreaRecord>
  /// For each block of ranks the area that its first rank is or lies in.
  let blocks: Table<UInt32>
  /// Indices of the areas that are counties.
  public let counties: Table<UInt32>

  /// Ranks of a block.
  public static let blockSize = 64

  /// Maps, checks and opens a pack file.
  public convenience init(pack path: String) throws(PackError) {
    try self.init(image: PackImage(path: path))
  }

  /// Opens a pack that is already in memory: reads the table of code points, nothing else.
  public init(image: PackImage) throws(PackError) {
    self.image = image
    areas = try image.table(.nationAreas)
    alphabet = try Alphabet(image: image)
    strings = try image.strings()
    ranks = RankLists(
      entries: try image.table(.nationNames), lists: try image.table(.nationLists))
    blocks = try image.table(.nationBlocks)
    counties = try image.table(.nationCounties)
    matcher = try Matcher(image: image, .places, alphabetSize: alphabet.size)
    guard areas.count > 0 else { throw image.malformed(.nationAreas) }
    guard blocks.count == placeCount / Self.blockSize + 1 else {
      throw image.malformed(.nationBlocks)
    }
    guard counties.count <= Int(UInt16.max) else { throw image.malformed(.nationCounties) }
  }

  /// Working memory for the hot path.
  public func makeScratch() -> NationalScratch { NationalScratch(for: self) }

  /// Number of different names.
  public var nameCount: Int { ranks.entries.count }

  /// Number of places, villages among them.
  public var placeCount: Int { Int(areas[areas.count - 1].end) }

  /// Index of the area that has a rank, or that the village with this rank lies in. O(1) on average.
  func area(at rank: UInt32) -> UInt32 {
    var area = blocks[Int(rank) / Self.blockSize]
    while Int(area) + 1 < areas.count, areas[Int(area) + 1].rank <= rank { area += 1 }
    return area
  }

  /// True if a candidate is a village in its area, not the area itself. O(1).
  public func isVillage(_ candidate: NationalCandidate) -> Bool {
    areas[Int(candidate.area)].rank != candidate.rank
  }

  /// The name of an area. Allocates, as do the code and the path.
  public func name(_ area: Int) -> String { strings[areas[area].name] }

  /// The official code of an area: six digits, nine for a township, nil where none is known.
  public func code(_ area: Int) -> String? {
    let code = areas[area].code
    return code == 0 ? nil : String(code)
  }

  /// The names of the areas that an area lies in, from the province on, and its own.
  public func path(_ area: Int) -> [String] {
    let parent = Int(areas[area].parent)
    return (parent == area ? [] : path(parent)) + [name(area)]
  }
}
