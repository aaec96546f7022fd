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
  /// Sums what the mined terms say, each term once a call. O(text + its terms' postings).
  func weighMined(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    scratch.minedHits.removeAll()
    scratch.minedMass = 0
    scratch.length = text.codes.table.count
    mined.automaton.scan(text.codes.table, into: &scratch.minedHits)
    for target in mined.biases.indices { scratch.minedSums[target] = 0 }
    for index in scratch.minedHits.indices {
      let term = Int(scratch.minedHits[index].pattern)
      if scratch.minedSeen[term] { continue }
      scratch.minedSeen[term] = true
      scratch.minedMass += mined.masses[term]
      for posting in Int(mined.starts[term])..<Int(mined.starts[term + 1]) {
        let posting = mined.postings[posting]
        scratch.minedSums[Int(posting.target)] += Int32(posting.weight)
      }
    }
    for index in scratch.minedHits.indices {
      scratch.minedSeen[Int(scratch.minedHits[index].pattern)] = false
    }
    scratch.minedTrust = trust(in: text, scratch: scratch)
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

  /// What a step of a mined sum counts: a text is a vector of length 1, whatever its size, unless
  /// it is so short that a single word would decide.
  func minedShare(scratch: borrowing ClassifierScratch) -> Float {
    1 / (MinedModel.unit * max(scratch.minedMass.squareRoot(), settings.minedFloor))
  }

  /// What the mined terms say of a target, on the lexicon's scale.
  func minedScore(of target: Int, scratch: borrowing ClassifierScratch) -> Float {
    let sum = mined.biases[target] + Float(scratch.minedSums[target]) * minedShare(scratch: scratch)
    // −1 is a plain “no”: for a category that is no evidence, as words that are not there are none.
    return (target < categories.count ? sum + 1 : sum) * minedScale(of: target, scratch)
  }

  private func minedScale(of target: Int, _ scratch: borrowing ClassifierScratch) -> Float {
    if target == mined.urgency { return settings.minedUrgency }
    return target < categories.count
      ? settings.minedCategory * scratch.minedTrust : settings.minedSide
  }

  /// Adds the mined terms that matter to the evidence: the strongest few for the category and for
  /// urgency. Their effects are part of the scores already.
  func noteMined(category: Int, urgent: Bool, scratch: inout ClassifierScratch) {
    let share = minedShare(scratch: scratch)
    let first = scratch.contributions.count
    for index in scratch.minedHits.indices {
      let hit = scratch.minedHits[index]
      for posting in Int(mined.starts[Int(hit.pattern)])..<Int(mined.starts[Int(hit.pattern) + 1]) {
        let posting = mined.postings[posting]
        let isUrgency = Int(posting.target) == mined.urgency
        guard Int(posting.target) == category || isUrgency && urgent else { continue }
        let effect =
          Float(posting.weight) * share * minedScale(of: Int(posting.target), scratch)
        guard effect >= Self.leastShown else { continue }
        let piece = Contribution(
          source: hit.pattern, start: hit.start, end: hit.end,
          target: isUrgency ? settings.unnamedDanger : posting.target,
          kind: isUrgency ? .danger : .category, origin: .mined,
          weight: Float(posting.weight) / MinedModel.unit, effect: effect, context: 0)
        keep(piece, from: first, &scratch.contributions)
      }
    }
  }

  /// A mined term that adds less is not shown.
  private static var leastShown: Float { 0.2 }
  private static var mostShown: Int { 6 }

  /// Appends a piece, or puts it in the place of the weakest once there are enough.
  private func keep(_ piece: Contribution, from first: Int, _ pieces: inout Buffer<Contribution>) {
    for index in first..<pieces.count
    where pieces[index].source == piece.source && pieces[index].target == piece.target { return }
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
