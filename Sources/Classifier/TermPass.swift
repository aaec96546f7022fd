import Automaton
import Pack

extension Lexicon {
  /// Gathers what the hits say: the state of each pattern and all concepts, in text order.
  func gatherTerms(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    let silent = UInt16(1) << TargetKind.cue.rawValue | 1 << TargetKind.exclusion.rawValue
    var nextBreak = 0
    var sentence: UInt32 = 0
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      while nextBreak < text.breaks.count, text.breaks[nextBreak].position < hit.end {
        if text.breaks[nextBreak].strength == .sentence { sentence += 1 }
        nextBreak += 1
      }
      let pattern = patterns[Int(hit.pattern)]
      guard pattern.kinds & ~silent != 0 else { continue }
      let visible = scratch.visible[index]
      guard visible != 0 else { continue }
      let context = context(of: hit, in: scratch)
      note(hit, visible: visible, context: context, scratch: &scratch)
      guard pattern.kinds & (1 << TargetKind.concept.rawValue) != 0 else { continue }
      let postings = postings(of: pattern)
      for posting in 0..<min(postings.count, 32)
      where postings[posting].kind == .concept && visible & (1 << UInt32(posting)) != 0 {
        scratch.conceptHits.append(
          ConceptHit(
            concept: postings[posting].target, context: UInt16(context), start: hit.start,
            end: hit.end, clause: UInt32(nextBreak), sentence: sentence, next: -1))
      }
    }
  }

  /// A pattern counts once a call, in its best context.
  private func note(
    _ hit: Hit, visible: UInt32, context: Int, scratch: inout ClassifierScratch
  ) {
    let pattern = Int(hit.pattern)
    var state = scratch.patternStates[pattern]
    if state.visible == 0 {
      scratch.seenPatterns.append(hit.pattern)
    } else if remainder(context) <= remainder(Int(state.context)) {
      scratch.patternStates[pattern].visible |= visible
      return
    }
    state.visible |= visible
    state.context = UInt32(context)
    state.start = hit.start
    state.end = hit.end
    scratch.patternStates[pattern] = state
  }

  /// Turns the patterns seen into contributions, in order of first appearance.
  func contributeTerms(scratch: inout ClassifierScratch) {
    for index in scratch.seenPatterns.indices {
      let source = scratch.seenPatterns[index]
      let state = scratch.patternStates[Int(source)]
      let postings = postings(of: patterns[Int(source)])
      for index in 0..<min(postings.count, 32) where state.visible & (1 << UInt32(index)) != 0 {
        let posting = postings[index]
        switch posting.kind {
        case .category, .danger, .intent, .side:
          contribute(
            Contribution(
              source: source, start: state.start, end: state.end, target: posting.target,
              kind: posting.kind, origin: .term, weight: posting.weight, effect: 0,
              context: state.context),
            scratch: &scratch)
        default:
          break
        }
      }
    }
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
