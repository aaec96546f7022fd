public import Automaton
import Pack

extension Lexicon {
  /// Reads a call: scan, contexts, terms, numbers, rules, verdict.
  ///
  /// Deterministic; allocates nothing once `scratch` has seen a text as long. Time is linear in
  /// the text.
  public func classify(
    _ text: borrowing FoldedText, scratch: inout ClassifierScratch
  ) -> Verdict {
    scratch.reset(for: self)
    matcher.scan(text.codes.table, into: &scratch.hits)
    findVisible(scratch: &scratch)
    coverContexts(of: text, scratch: &scratch)
    gatherTerms(of: text, scratch: &scratch)
    contributeTerms(scratch: &scratch)
    readFacts(of: text, scratch: &scratch)
    applyRules(scratch: &scratch)
    weighMined(of: text, scratch: &scratch)
    return judge(scratch: &scratch)
  }
}
