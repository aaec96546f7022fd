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
    arranged.tables.add(.minedSlots, automaton.slots)
    arranged.tables.add(.minedFail, automaton.failure)
    arranged.tables.add(.minedOutputs, automaton.outputs)
    arranged.tables.add(.minedTerms, terms.map(\.record))
    arranged.tables.add(.minedRows, terms.flatMap(\.blocks))
    arranged.tables.add(.minedBiases, biases)
    return arranged
  }
}
