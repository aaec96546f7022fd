import Automaton
import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Lexicon {
  /// Sums what the mined terms say, each term once a call. O(text + terms × categories / 64).
  func weighMined(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    scratch.minedHits.removeAll()
    scratch.length = text.count
    mined.matcher.scan(text.codes.table, into: &scratch.minedHits)
    let known = addTerms(scratch: &scratch)
    scratch.minedTrust = trust(in: text, known: known)
    scratch.minedSums.fill(count: mined.blockCount * MinedBlock.width, with: 0)
    for block in 0..<mined.blockCount { sum(block, scratch: &scratch) }
  }

  /// Keeps the first hit of each term and adds up what they say apart from the categories. Returns
  /// at how many places of the text a term of several characters ends.
  private func addTerms(scratch: inout ClassifierScratch) -> Int {
    var kept = 0
    var known = 0
    var end: UInt32 = 0
    var mass: Float = 0
    var lean = 0
    var urgency = 0
    let count = scratch.minedHits.count
    for index in 0..<count {
      let hit = unsafe scratch.minedHits[unchecked: index]
      if hit.end != end, hit.end &- hit.start > 1 {
        known &+= 1
        end = hit.end
      }
      guard scratch.minedSeen.insert(Int(hit.pattern)) else { continue }
      unsafe scratch.minedHits[unchecked: kept] = hit
      kept &+= 1
      let term = mined.terms[Int(hit.pattern)]
      mass += term.mass
      lean &+= Int(term.lean)
      urgency &+= Int(term.urgency)
    }
    scratch.minedHits.removeLast(count - kept)
    for index in 0..<kept {
      unsafe scratch.minedSeen.remove(Int(scratch.minedHits[unchecked: index].pattern))
    }
    scratch.minedMass = mass
    scratch.minedLean = lean
    scratch.minedUrgency = urgency
    return known
  }

  /// Adds up one block of all terms' rows.
  private func sum(_ block: Int, scratch: inout ClassifierScratch) {
    var next = 0
    while next < scratch.minedHits.count {
      let end = min(next + MinedSum.greatestCount, scratch.minedHits.count)
      var sum = MinedSum()
      for index in next..<end {
        let term = Int(scratch.minedHits[index].pattern)
        sum.add(mined.rows[term &* mined.blockCount &+ block])
      }
      sum.addWeights(of: end - next, to: &scratch.minedSums, from: block * MinedBlock.width)
      next = end
    }
  }

  /// How far the mined terms are to be trusted with this text: more where they know most of its
  /// pairs of characters, less where it is worded unlike anything they were fitted to. O(text).
  private func trust(in text: borrowing FoldedText, known: Int) -> Float {
    let codes = text.codes.table
    var pairs = 0
    var previous = Alphabet.other
    for index in codes.indices {
      let code = codes[index]
      pairs &+= min(code, previous) >= Alphabet.firstLetter ? 1 : 0
      previous = code
    }
    // A short text says little of its wording: it counts as an ordinary one.
    let share =
      (Float(known) + Self.ordinaryPairs * settings.minedKnown)
      / (Float(pairs) + Self.ordinaryPairs)
    return min(pow(share / settings.minedKnown, settings.minedTrust), Self.mostTrust)
  }

  private static var mostTrust: Float { 2 }

  private static var ordinaryPairs: Float { 10 }

  /// What a weight of 1 counts: a text is a vector of length 1, whatever its size, unless it is so
  /// short that a single word would decide.
  private func minedShare(scratch: inout ClassifierScratch) -> Float {
    1 / max(scratch.minedMass.squareRoot(), settings.minedFloor)
  }

  /// What a step of a category's sum counts.
  private func minedStep(scratch: inout ClassifierScratch) -> Float {
    minedShare(scratch: &scratch) * settings.minedCategory * scratch.minedTrust / MinedModel.unit
  }

  /// Adds what the mined terms say of the categories. Beyond `lexiconReach` more words say nothing
  /// new, so that a long story about one matter does not drown what the mined terms see.
  func addMined(scratch: inout ClassifierScratch) {
    if mined.isEmpty { return }
    let scale = settings.minedCategory * scratch.minedTrust
    let step = minedStep(scratch: &scratch)
    for index in categories.indices {
      // −1 is a plain “no”: no evidence, as words that are not there are none.
      scratch.categoryScores[index] =
        min(scratch.categoryScores[index], settings.lexiconReach)
        + (mined.biases[index] + 1) * scale + Float(scratch.minedSums[index]) * step
    }
  }

  /// How far the mined terms lean to the police side.
  func minedLean(scratch: inout ClassifierScratch) -> Float {
    let sum = Float(scratch.minedLean) / MinedModel.fineUnit * minedShare(scratch: &scratch)
    return (mined.biases[categories.count] + sum) * settings.minedSide
  }

  /// What the mined terms say for urgency.
  func minedUrgency(scratch: inout ClassifierScratch) -> Float {
    let sum = Float(scratch.minedUrgency) / MinedModel.fineUnit * minedShare(scratch: &scratch)
    return (mined.biases[categories.count + 1] + sum) * settings.minedUrgency
  }

  /// Adds the mined terms that matter to the evidence: the strongest few for the category and for
  /// urgency. Their effects are part of the scores already.
  func noteMined(category: Int, urgent: Bool, scratch: inout ClassifierScratch) {
    var shown = StrongestTerms()
    if category >= 0 {
      let step = minedStep(scratch: &scratch)
      // Most terms say little of the category: whole steps are compared first.
      let least = Int32(clamping: Int((StrongestTerms.least / max(step, 0.001)).rounded(.down)))
      for index in 0..<scratch.minedHits.count {
        let hit = unsafe scratch.minedHits[unchecked: index]
        let weight = mined.weight(of: Int(hit.pattern), for: category)
        if weight >= least {
          shown.take(index, effect: Float(weight) * step, isUrgency: false)
        }
      }
    }
    if urgent {
      let step = minedShare(scratch: &scratch) * settings.minedUrgency / MinedModel.fineUnit
      for index in 0..<scratch.minedHits.count {
        let hit = unsafe scratch.minedHits[unchecked: index]
        let weight = mined.terms[Int(hit.pattern)].urgency
        if weight > 0 { shown.take(index, effect: Float(weight) * step, isUrgency: true) }
      }
    }
    for place in 0..<shown.count {
      let found = shown[place]
      let hit = scratch.minedHits[found.hit]
      let term = Int(hit.pattern)
      scratch.contributions.append(
        Contribution(
          source: hit.pattern, start: hit.start, end: hit.end,
          target: found.isUrgency ? settings.unnamedDanger : UInt16(category),
          kind: found.isUrgency ? .danger : .category, origin: .mined,
          weight: found.isUrgency
            ? Float(mined.terms[term].urgency) / MinedModel.fineUnit
            : Float(mined.weight(of: term, for: category)) / MinedModel.unit,
          effect: found.effect, context: 0))
    }
  }
}
