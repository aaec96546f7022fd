import Automaton
import Classifier
import Pack

extension MinedSource {
  /// The sections of the mined terms, all but their texts.
  func arranged(_ alphabet: AlphabetCompiler) -> ArrangedSections {
    var arranged = ArrangedSections()
    let automaton: AutomatonBuilder
    do {
      automaton = try AutomatonBuilder(
        patterns: terms.map { alphabet.encode($0.text) }, alphabetSize: alphabet.size)
    } catch {
      arranged.diagnostics.error(
        file: Self.path, "训练词表无法编译：\(error)；请用 fenliu tune 重新生成")
      return arranged
    }
    var starts: [UInt32] = [0]
    for term in terms { starts.append(starts.last! + UInt32(term.postings.count)) }
    arranged.tables.add(.minedSlots, automaton.slots)
    arranged.tables.add(.minedFail, automaton.failure)
    arranged.tables.add(.minedOutputs, automaton.outputs)
    arranged.tables.add(.minedStarts, starts)
    arranged.tables.add(.minedPostings, terms.flatMap(\.postings))
    arranged.tables.add(.minedBiases, biases)
    arranged.tables.add(.minedMasses, terms.map { $0.rarity * $0.rarity })
    return arranged
  }
}
