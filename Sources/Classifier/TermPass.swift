import Automaton
import Pack

extension Lexicon {
  /// Gathers what the hits say: the state of each pattern and all concepts, in text order.
  func gatherTerms(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    let silent = UInt16(1) << TargetKind.cue.rawValue | 1 << TargetKind.exclusion.rawValue
    let concept = UInt16(1) << TargetKind.concept.rawValue
    var nextBreak = 0
    var sentence: UInt32 = 0
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      while nextBreak < text.breaks.count, text.breaks[nextBreak].position < hit.end {
        if text.breaks[nextBreak].strength == .sentence { sentence += 1 }
        nextBreak += 1
      }
      let visible = scratch.visible[index]
      let pattern = patterns[Int(hit.pattern)]
      guard visible != 0, pattern.kinds & ~silent != 0 else { continue }
      let context = scratch.hasContexts ? context(of: hit, in: &scratch) : 0
      note(hit, visible: visible, context: context, scratch: &scratch)
      guard pattern.kinds & concept != 0 else { continue }
      let first = Int(pattern.firstPosting)
      for posting in 0..<min(Int(pattern.postingCount), 32)
      where visible & (1 &<< UInt32(truncatingIfNeeded: posting)) != 0 {
        let posting = postings[first + posting]
        guard posting.kind == .concept else { continue }
        scratch.conceptHits.append(
          ConceptHit(
            concept: posting.target, context: UInt16(truncatingIfNeeded: context),
            start: hit.start, end: hit.end, clause: UInt32(truncatingIfNeeded: nextBreak),
            sentence: sentence, next: -1))
      }
    }
  }

  /// A pattern counts once a call, in its best context.
  @inline(__always)
  private func note(
    _ hit: Hit, visible: UInt32, context: Int, scratch: inout ClassifierScratch
  ) {
    let pattern = Int(hit.pattern)
    if scratch.seenPatterns.insert(pattern) {
      scratch.patternPlaces[pattern] = UInt32(truncatingIfNeeded: scratch.patternStates.count)
      scratch.patternStates.append(
        PatternState(
          pattern: hit.pattern, visible: visible, context: UInt32(truncatingIfNeeded: context),
          start: hit.start, end: hit.end))
      return
    }
    let place = Int(scratch.patternPlaces[pattern])
    var state = scratch.patternStates[place]
    state.visible |= visible
    if remainder(context) > remainder(Int(state.context)) {
      state.context = UInt32(truncatingIfNeeded: context)
      state.start = hit.start
      state.end = hit.end
    }
    scratch.patternStates[place] = state
  }

  /// Turns the patterns seen into contributions, in order of first appearance.
  func contributeTerms(scratch: inout ClassifierScratch) {
    for index in scratch.patternStates.indices {
      let state = scratch.patternStates[index]
      let pattern = patterns[Int(state.pattern)]
      guard pattern.kinds & Self.scored != 0 else { continue }
      let first = Int(pattern.firstPosting)
      for index in 0..<min(Int(pattern.postingCount), 32)
      where state.visible & (1 &<< UInt32(truncatingIfNeeded: index)) != 0 {
        let posting = postings[first + index]
        guard 1 << UInt16(posting.kind.rawValue) & Self.scored != 0 else { continue }
        contribute(
          Contribution(
            source: state.pattern, start: state.start, end: state.end, target: posting.target,
            kind: posting.kind, origin: .term, weight: posting.weight, effect: 0,
            context: state.context),
          scratch: &scratch)
      }
    }
  }

  /// The kinds of targets that have scores.
  private static var scored: UInt16 {
    1 << TargetKind.category.rawValue | 1 << TargetKind.danger.rawValue
      | 1 << TargetKind.intent.rawValue | 1 << TargetKind.side.rawValue
  }

  /// Adds one piece to its score, weakened by its context.
  func contribute(_ piece: Contribution, scratch: inout ClassifierScratch) {
    var piece = piece
    let context = contexts[Int(piece.context)]
    let factor = piece.kind == .danger ? context.dangerFactor : context.categoryFactor
    piece.effect = piece.weight * factor
    let target = Int(piece.target)
    switch piece.kind {
    case .category: scratch.categoryScores[target] += piece.effect
    case .danger: scratch.dangerScores[target] += piece.effect
    case .intent: scratch.intentScores[target] += piece.effect
    case .side: scratch.sideScores[target] += piece.effect
    default: return
    }
    scratch.contributions.append(piece)
  }
}
