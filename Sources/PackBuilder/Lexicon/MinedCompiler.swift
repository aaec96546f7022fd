import Automaton
import Classifier
import Pack

extension MinedSource {
  /// Writes the sections of the mined terms.
  func compile(
    alphabet: AlphabetCompiler, into writer: inout ImageWriter, diagnostics: inout Diagnostics
  ) {
    let automaton: AutomatonBuilder
    do {
      automaton = try AutomatonBuilder(
        patterns: terms.map { alphabet.encode($0.text) }, alphabetSize: alphabet.size)
    } catch {
      diagnostics.error(file: Self.path, "训练词表无法编译：\(error)；请用 fenliu tune 重新生成")
      return
    }
    var starts: [UInt32] = [0]
    for term in terms { starts.append(starts.last! + UInt32(term.postings.count)) }
    writer.add(.minedSlots, automaton.slots)
    writer.add(.minedFail, automaton.failure)
    writer.add(.minedOutputs, automaton.outputs)
    writer.add(.minedTexts, terms.map { writer.string($0.text) })
    writer.add(.minedStarts, starts)
    writer.add(.minedPostings, terms.flatMap(\.postings))
    writer.add(.minedBiases, biases)
    writer.add(.minedMasses, terms.map { $0.rarity * $0.rarity })
  }
}
