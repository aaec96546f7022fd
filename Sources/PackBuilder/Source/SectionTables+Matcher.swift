import Automaton
import Pack

extension SectionTables {
  /// Adds the arrays of a matcher.
  mutating func add(_ matcher: MatcherBuilder, as sections: MatcherSections) {
    switch matcher {
    case .pairs(let builder):
      add(sections.links, builder.roots)
      add(sections.slots, builder.slots)
    case .walk(let builder):
      add(sections.links, builder.roots)
      add(sections.singles, builder.singles)
      add(sections.labels, builder.labels)
      add(sections.states, builder.states)
    case .automaton(let builder):
      add(sections.slots, builder.slots)
      add(sections.links, builder.failure)
      add(sections.outputs, builder.outputs)
    }
  }
}
