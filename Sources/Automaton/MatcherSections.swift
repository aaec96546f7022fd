public import Pack

/// Where the arrays of a matcher lie in a pack: those of a pair table, a walk or an automaton.
public struct MatcherSections: Sendable {
  /// Roots of a pair table or a walk, failure links of an automaton.
  public let links: SectionID
  public let slots: SectionID
  public let outputs: SectionID
  public let singles: SectionID
  public let labels: SectionID
  public let states: SectionID

  public static let terms = MatcherSections(
    links: .termLinks, slots: .termSlots, outputs: .termOutputs, singles: .termSingles,
    labels: .termLabels, states: .termStates)
  public static let mined = MatcherSections(
    links: .minedLinks, slots: .minedSlots, outputs: .minedOutputs, singles: .minedSingles,
    labels: .minedLabels, states: .minedStates)
  public static let places = MatcherSections(
    links: .placeLinks, slots: .placeSlots, outputs: .placeOutputs, singles: .placeSingles,
    labels: .placeLabels, states: .placeStates)
  public static let sounds = MatcherSections(
    links: .soundLinks, slots: .soundSlots, outputs: .soundOutputs, singles: .soundSingles,
    labels: .soundLabels, states: .soundStates)
}

extension Matcher {
  /// Reads a matcher in place.
  ///
  /// - Parameter alphabetSize: the codes that texts hold are below it.
  public init(
    image: PackImage, _ sections: MatcherSections, alphabetSize: Int
  ) throws(PackError) {
    if !image.holds(sections.singles), !image.holds(sections.outputs) {
      let roots = try image.table(sections.links, of: UInt64.self)
      let slots = try image.table(sections.slots, of: UInt32.self)
      guard roots.count >= alphabetSize else { throw image.malformed(sections.links) }
      guard slots.count >= roots.count else { throw image.malformed(sections.slots) }
      self = .pairs(PairTable(roots: roots, slots: slots))
      return
    }
    let links = try image.table(sections.links, of: UInt32.self)
    if image.holds(sections.singles) {
      let singles = try image.table(sections.singles, of: UInt32.self)
      let labels = try image.table(sections.labels, of: UInt16.self)
      let states = try image.table(sections.states, of: UInt16.self)
      guard links.count >= alphabetSize, singles.count == links.count else {
        throw image.malformed(sections.singles)
      }
      guard labels.count >= links.count else { throw image.malformed(sections.labels) }
      guard states.count == labels.count * 3 + 1 else { throw image.malformed(sections.states) }
      self = .walk(RestartWalk(roots: links, singles: singles, labels: labels, states: states))
    } else {
      self = .automaton(
        Automaton(
          slots: try image.table(sections.slots), failure: links,
          outputs: try image.table(sections.outputs)))
    }
  }
}
