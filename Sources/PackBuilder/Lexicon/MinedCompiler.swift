import Automaton
import Classifier
import Pack

extension MinedSource {
  /// The sections of the mined terms, all but their texts.
  func arranged(_ alphabet: AlphabetCompiler) -> ArrangedSections {
    var arranged = ArrangedSections()
    var patterns = PatternList()
    for term in terms { patterns.append(alphabet.encode(term.text)) }
    do {
      let matcher = try MatcherBuilder(patterns: patterns, alphabetSize: alphabet.size)
      arranged.tables.add(matcher, as: .mined)
    } catch {
      arranged.diagnostics.error(
        file: Self.path, "训练词表无法编译：\(error)；请用 fenliu tune 重新生成")
      return arranged
    }
    arranged.tables.add(.minedTerms, terms.map(\.record))
    arranged.tables.add(.minedRows, terms.flatMap(\.blocks))
    arranged.tables.add(.minedBiases, biases)
    return arranged
  }
}
