package import Automaton
import Classifier
import Jurisdiction
package import Pack

/// The parts of a decision, in the order they run.
package enum Stage: Int, CaseIterable, Sendable { case fold, scan, classify, place, route }

/// Runs calls up to and including a stage: the difference between two stages is what the later one
/// costs. For the benchmark; routing itself does not come this way.
///
/// `classify` scans by itself, so its figure is the rest of classification; `scan` is the scan for
/// the lexicon's terms, that for places is in `place`.
package struct StagedRouting: Sendable {
  private let group: RouterGroup
  private let terms: Matcher

  package init(_ group: RouterGroup) throws(PackError) {
    let image = group.routers[0].image
    self.group = group
    terms = try Matcher(
      image: image, .terms, alphabetSize: image.table(.numerals, of: UInt8.self).count)
  }

  /// Runs one call; the result only keeps the work from being left out. Linear in the text.
  package func run(
    _ utf8: UnsafeRawBufferPointer, upTo stage: Stage, scratch: inout Scratch,
    hits: inout Buffer<Hit>
  ) -> Int {
    let host = group.routers[0]
    switch stage {
    case .fold:
      unsafe host.alphabet.encode(utf8, into: &scratch.text)
      return scratch.text.count
    case .scan:
      unsafe host.alphabet.encode(utf8, into: &scratch.text)
      hits.removeAll()
      terms.scan(scratch.text.codes.table, into: &hits)
      return hits.count
    case .classify:
      let verdict = unsafe host.read(utf8, scratch: &scratch)
      return verdict.urgent ? 1 : 0
    case .place:
      _ = unsafe host.read(utf8, scratch: &scratch)
      var found = 0
      for router in group.routers {
        let place = router.gazetteer.resolve(scratch.text, scratch: &scratch.places)
        if place.status == .resolved { found += 1 }
      }
      return found
    case .route:
      var urgent = 0
      unsafe group.route(utf8: utf8, scratch: &scratch) { if $0.urgent { urgent += 1 } }
      return urgent
    }
  }
}
