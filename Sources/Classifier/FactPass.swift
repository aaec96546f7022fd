import Automaton
import Pack

extension Lexicon {
  /// Reads numbers with a meaning and adds the concepts they stand for.
  ///
  /// Each fact keeps its greatest value. O(concept hits × facts).
  func readFacts(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    let found = scratch.conceptHits.count
    let codes = text.codes.table
    for index in 0..<found {
      let measure = scratch.conceptHits[index]
      guard concepts[Int(measure.concept)].isMeasure != 0 else { continue }
      var numeral: (start: Int, value: UInt32)?
      for fact in facts.indices where facts[fact].measure == measure.concept {
        if numeral == nil {
          numeral = Numeral.read(endingAt: Int(measure.start), in: codes, worths: numerals)
        }
        guard let numeral else { break }
        let word = facts[fact].word
        guard
          word == noIndex
            || hasWord(
              word, near: index, from: numeral.start, within: Int(facts[fact].within), count: found,
              scratch: &scratch)
        else { continue }
        note(fact, value: numeral.value, scratch: &scratch)
        emitConcepts(of: fact, value: numeral.value, start: numeral.start, at: measure, &scratch)
      }
    }
    if scratch.numberHits.count > 0 { mergeNumbers(scratch: &scratch) }
    linkConcepts(scratch: &scratch)
  }

  /// True if an asserted hit of `word` lies within so many codes of the number.
  private func hasWord(
    _ word: UInt16, near index: Int, from start: Int, within: Int, count: Int,
    scratch: inout ClassifierScratch
  ) -> Bool {
    let measure = scratch.conceptHits[index]
    func counts(_ hit: ConceptHit) -> Bool {
      hit.concept == word && contexts[Int(hit.context)].dangerFactor > 0
        && (Int(hit.end) <= start ? start - Int(hit.end) : Int(hit.start) - Int(measure.end))
          <= within
    }
    let reach = within + Int(settings.longestPattern)
    var other = index
    while other >= 0, Int(scratch.conceptHits[other].end) + reach >= start {
      if counts(scratch.conceptHits[other]) { return true }
      other -= 1
    }
    other = index + 1
    while other < count, Int(scratch.conceptHits[other].end) <= Int(measure.end) + reach {
      if counts(scratch.conceptHits[other]) { return true }
      other += 1
    }
    return false
  }

  private func note(_ fact: Int, value: UInt32, scratch: inout ClassifierScratch) {
    for index in scratch.facts.indices where scratch.facts[index].fact == UInt32(fact) {
      scratch.facts[index].value = max(scratch.facts[index].value, value)
      return
    }
    scratch.facts.append(FactValue(fact: UInt32(fact), value: value))
  }

  private func emitConcepts(
    of fact: Int, value: UInt32, start: Int, at measure: ConceptHit,
    _ scratch: inout ClassifierScratch
  ) {
    for index in numbers.indices {
      let number = numbers[index]
      guard Int(number.fact) == fact, (number.minimum...number.maximum).contains(value) else {
        continue
      }
      var hit = measure
      hit.concept = number.concept
      hit.start = UInt32(start)
      scratch.numberHits.append(hit)
    }
  }

  /// Chains the hits of each concept in text order.
  private func linkConcepts(scratch: inout ClassifierScratch) {
    var index = scratch.conceptHits.count - 1
    while index >= 0 {
      let concept = Int(scratch.conceptHits[index].concept)
      if scratch.conceptHeads[concept] < 0 {
        scratch.touchedConcepts.append(UInt16(truncatingIfNeeded: concept))
      }
      scratch.conceptHits[index].next = scratch.conceptHeads[concept]
      scratch.conceptHeads[concept] = Int32(index)
      if remainder(Int(scratch.conceptHits[index].context)) > 0 {
        scratch.conceptPresent[concept] = true
      }
      index -= 1
    }
  }

  /// Merges the concepts that came from numbers into the others, both being in text order.
  private func mergeNumbers(scratch: inout ClassifierScratch) {
    var left = scratch.conceptHits.count - 1
    var right = scratch.numberHits.count - 1
    for index in scratch.numberHits.indices {
      scratch.conceptHits.append(scratch.numberHits[index])
    }
    var out = scratch.conceptHits.count - 1
    while right >= 0 {
      if left >= 0, scratch.conceptHits[left].end > scratch.numberHits[right].end {
        scratch.conceptHits[out] = scratch.conceptHits[left]
        left -= 1
      } else {
        scratch.conceptHits[out] = scratch.numberHits[right]
        right -= 1
      }
      out -= 1
    }
  }
}
