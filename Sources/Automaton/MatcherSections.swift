public import Pack

/// Where the arrays of a matcher lie in a pack. A walk has `singles`, an automaton has `outputs`.
public struct MatcherSections: Sendable {
  public let slots: SectionID
  /// Roots of a walk, failure links of an automaton.
  public let links: SectionID
  public let outputs: SectionID
  public let singles: SectionID

  public static let terms = MatcherSections(
    slots: .termSlots, links: .termLinks, outputs: .termOutputs, singles: .termSingles)
  public static let mined = MatcherSections(
    slots: .minedSlots, links: .minedLinks, outputs: .minedOutputs, singles: .minedSingles)
  public static let places = MatcherSections(
    slots: .placeSlots, links: .placeLinks, outputs: .placeOutputs, singles: .placeSingles)
  public static let sounds = MatcherSections(
    slots: .soundSlots, links: .soundLinks, outputs: .soundOutputs, singles: .soundSingles)
}

extension Matcher {
  /// Reads a matcher in place.
  ///
  /// - Parameter alphabetSize: the codes that texts hold are below it.
  public init(
    image: PackImage, _ sections: MatcherSections, alphabetSize: Int
  ) throws(PackError) {
    let slots = try image.table(sections.slots, of: Slot.self)
    let links = try image.table(sections.links, of: UInt32.self)
    if image.holds(sections.singles) {
      let singles = try image.table(sections.singles, of: UInt32.self)
      guard links.count >= alphabetSize, singles.count == links.count else {
        throw image.malformed(sections.singles)
      }
      guard slots.count >= links.count else { throw image.malformed(sections.slots) }
      self = .walk(RestartWalk(roots: links, singles: singles, slots: slots))
    } else {
      self = .automaton(
        Automaton(slots: slots, failure: links, outputs: try image.table(sections.outputs)))
    }
  }
}
