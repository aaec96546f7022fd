import Classifier
import Jurisdiction
import Pack
package import Routing

/// Shapes of text made to cost more than they should.
package struct HostileTexts {
  /// The units that are repeated up to a text's length, by name.
  package let units: [(name: String, unit: String)]
  /// Strings of the pack, from which worse texts are put together; sorted, each once.
  package let fragments: [String]

  /// - Parameter ordinary: ordinary calls, the measure for the others.
  package init(_ group: RouterGroup, ordinary: String) {
    let lexicon = group.routers[0].lexicon
    let keywords = Set(lexicon.patterns.indices.map { lexicon.strings[lexicon.patterns[$0].text] })
      .filter { !$0.isEmpty }
    let places = group.routers.flatMap { router in
      router.gazetteer.places.indices.map { router.gazetteer.placeName($0) }
    }.filter { !$0.isEmpty }
    let slices = Self.slices(of: ordinary)
    fragments = keywords.union(places).union(slices).sorted()
    let longest = keywords.max { ($0.count, $1) < ($1.count, $0) } ?? "一"
    let firsts = Dictionary(grouping: keywords.sorted(), by: { $0.first! }).mapValues(\.count)
    let commonest = firsts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "一"
    units = [
      ("ordinary calls", ordinary),
      ("one character", String(commonest)),
      (
        "prefix of the longest keyword",
        String(longest.dropLast().isEmpty ? longest : String(longest.dropLast()))
      ),
      ("longest keyword", longest),
      ("numerals", "三千零二十一万五百四十"),
      ("clause breaks", "，"),
      ("full fold", "㎏ﬁ㌀e\u{301}"),
    ]
  }

  /// Pieces of ordinary calls, some thousand of 2 to 9 characters.
  private static func slices(of text: String) -> [String] {
    let characters = Array(text)
    let step = max(characters.count / 4000, 1)
    return stride(from: 0, to: max(characters.count - 9, 0), by: step).map { start in
      String(characters[start..<start + 2 + start / step % 8])
    }
  }

  /// `unit` over and over up to `count` characters (Unicode scalars), as UTF-8.
  package static func text(_ unit: String, count: Int) -> [UInt8] {
    let scalars = Array(unit.unicodeScalars)
    var text = String.UnicodeScalarView()
    for index in 0..<count { text.append(scalars[index % scalars.count]) }
    return Array(String(text).utf8)
  }
}
