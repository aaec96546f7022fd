import Automaton
import Jurisdiction
import Pack
import Routing
import TestSupport

/// Resolves texts by a pack and writes the answers as the case tables do.
struct PlaceFinder: ~Copyable {
  let router: Router
  private var scratch: PlaceScratch
  private var text = FoldedText()

  init(_ router: Router = TestPack.chengkou) {
    self.router = router
    scratch = PlaceScratch(for: router.gazetteer)
  }

  mutating func resolve(_ source: String) -> PlaceResult {
    var source = source
    source.withUTF8 {
      unsafe router.alphabet.encode(UnsafeRawBufferPointer($0), into: &text)
    }
    return router.gazetteer.resolve(text, scratch: &scratch)
  }

  /// `township`, `township/village`, `candidate;candidate` or a status.
  mutating func describe(_ source: String) -> String {
    let place = resolve(source)
    let gazetteer = router.gazetteer
    switch place.status {
    case .ambiguous:
      return scratch.candidates.indices
        .map { gazetteer.townshipName(Int(scratch.candidates[$0])) }.joined(separator: ";")
    case .resolved:
      let township = gazetteer.townshipName(place.township!)
      return place.village.map { "\(township)/\(gazetteer.placeName($0))" } ?? township
    case .outside, .none: return place.status.name
    }
  }

  var evidenceCount: Int { scratch.evidence.count }

  /// Name of the county that the pack belongs to.
  var countyName: String {
    let gazetteer = router.gazetteer
    let own = gazetteer.places.indices.first { gazetteer.places[$0].kind == .county }
    return own.map(gazetteer.placeName) ?? ""
  }
}

/// A line of a case table.
struct PlaceCase: Sendable, CustomStringConvertible {
  let expected: String
  let text: String

  var description: String { "\(text) → \(expected)" }

  static func all(_ table: String) -> [PlaceCase] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: " | ", maxSplits: 1)
      return PlaceCase(expected: String(parts[0]), text: String(parts[1]))
    }
  }
}
