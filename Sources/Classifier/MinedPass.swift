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
    mined.automaton.scan(text.codes.table, into: &scratch.minedHits)
    scratch.minedTrust = trust(in: text, scratch: scratch)
    dropRepeats(scratch: &scratch)
    var mass: Float = 0
    var lean = 0
    var urgency = 0
    for index in scratch.minedHits.indices {
      let term = mined.terms[Int(scratch.minedHits[index].pattern)]
      mass += term.mass
      lean &+= Int(term.lean)
      urgency &+= Int(term.urgency)
    }
    scratch.minedMass = mass
    scratch.minedLean = lean
    scratch.minedUrgency = urgency
    scratch.minedSums.fill(count: mined.blockCount * MinedBlock.width, with: 0)
    for block in 0..<mined.blockCount { sum(block, scratch: &scratch) }
  }

  /// Keeps the first hit of each term.
  private func dropRepeats(scratch: inout ClassifierScratch) {
    var kept = 0
    for index in scratch.minedHits.indices {
      let hit = scratch.minedHits[index]
      let word = Int(hit.pattern >> 6)
      let bit: UInt64 = 1 << UInt64(hit.pattern & 63)
      if scratch.minedSeen[word] & bit != 0 { continue }
      scratch.minedSeen[word] |= bit
      scratch.minedHits[kept] = hit
      kept += 1
    }
    scratch.minedHits.removeLast(scratch.minedHits.count - kept)
    for index in scratch.minedHits.indices {
      scratch.minedSeen[Int(scratch.minedHits[index].pattern >> 6)] = 0
    }
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
  private func trust(
    in text: borrowing FoldedText, scratch: borrowing ClassifierScratch
  ) -> Float {
    let codes = text.codes.table
    var pairs = 0
    for index in codes.indices.dropFirst()
    where codes[index] >= Alphabet.firstLetter && codes[index - 1] >= Alphabet.firstLetter {
      pairs += 1
    }
    var known = 0
    var end: UInt32 = 0
    for index in scratch.minedHits.indices {
      let hit = scratch.minedHits[index]
      guard hit.end != end, hit.end - hit.start > 1 else { continue }
      known += 1
      end = hit.end
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
  func minedShare(scratch: borrowing ClassifierScratch) -> Float {
    1 / max(scratch.minedMass.squareRoot(), settings.minedFloor)
  }

  /// Factor of a category's sum of weights.
  private func minedCategoryShare(scratch: borrowing ClassifierScratch) -> Float {
    minedShare(scratch: scratch) * settings.minedCategory * scratch.minedTrust
  }

  /// Adds what the mined terms say of the categories. Beyond `lexiconReach` more words say nothing
  /// new, so that a long story about one matter does not drown what the mined terms see.
  func addMined(scratch: inout ClassifierScratch) {
    if mined.isEmpty { return }
    let scale = settings.minedCategory * scratch.minedTrust
    let step = minedCategoryShare(scratch: scratch) / MinedModel.unit
    for index in categories.indices {
      // −1 is a plain “no”: no evidence, as words that are not there are none.
      scratch.categoryScores[index] =
        min(scratch.categoryScores[index], settings.lexiconReach)
        + (mined.biases[index] + 1) * scale + Float(scratch.minedSums[index]) * step
    }
  }

  /// How far the mined terms lean to the police side.
  func minedLean(scratch: borrowing ClassifierScratch) -> Float {
    let sum = Float(scratch.minedLean) / MinedModel.fineUnit * minedShare(scratch: scratch)
    return (mined.biases[categories.count] + sum) * settings.minedSide
  }

  /// What the mined terms say for urgency.
  func minedUrgency(scratch: borrowing ClassifierScratch) -> Float {
    let sum = Float(scratch.minedUrgency) / MinedModel.fineUnit * minedShare(scratch: scratch)
    return (mined.biases[categories.count + 1] + sum) * settings.minedUrgency
  }

  /// Adds the mined terms that matter to the evidence: the strongest few for the category and for
  /// urgency. Their effects are part of the scores already.
  func noteMined(category: Int, urgent: Bool, scratch: inout ClassifierScratch) {
    let step = minedCategoryShare(scratch: scratch) / MinedModel.unit
    let fineStep = minedShare(scratch: scratch) * settings.minedUrgency / MinedModel.fineUnit
    let first = scratch.contributions.count
    for index in scratch.minedHits.indices {
      let hit = scratch.minedHits[index]
      if category >= 0 {
        let weight = mined.weight(of: Int(hit.pattern), for: category)
        if Float(weight) * step >= Self.leastShown {
          let piece = Contribution(
            source: hit.pattern, start: hit.start, end: hit.end, target: UInt16(category),
            kind: .category, origin: .mined, weight: Float(weight) / MinedModel.unit,
            effect: Float(weight) * step, context: 0)
          keep(piece, from: first, &scratch.contributions)
        }
      }
      let weight = Float(mined.terms[Int(hit.pattern)].urgency)
      if urgent, weight * fineStep >= Self.leastShown {
        let piece = Contribution(
          source: hit.pattern, start: hit.start, end: hit.end, target: settings.unnamedDanger,
          kind: .danger, origin: .mined, weight: weight / MinedModel.fineUnit,
          effect: weight * fineStep, context: 0)
        keep(piece, from: first, &scratch.contributions)
      }
    }
  }

  /// A mined term that adds less is not shown.
  private static var leastShown: Float { 0.2 }
  private static var mostShown: Int { 6 }

  /// Appends a piece, or puts it in the place of the weakest once there are enough.
  private func keep(_ piece: Contribution, from first: Int, _ pieces: inout Buffer<Contribution>) {
    if pieces.count - first < Self.mostShown {
      pieces.append(piece)
      return
    }
    var weakest = first
    for index in first..<pieces.count where pieces[index].effect < pieces[weakest].effect {
      weakest = index
    }
    if pieces[weakest].effect < piece.effect { pieces[weakest] = piece }
  }
}
