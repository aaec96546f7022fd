import Automaton
import Pack

extension Lexicon {
  /// Notes for each code which context covers it: negated, past, hypothetical …
  ///
  /// Where covers overlap, the one that leaves less counts. O(hits × reach).
  func coverContexts(of text: borrowing FoldedText, scratch: inout ClassifierScratch) {
    let cueBit = UInt16(1) << TargetKind.cue.rawValue
    var cueCount = 0
    // What has cues was noticed on the way: see `findVisible`.
    guard scratch.hitKinds & cueBit != 0 else { return }
    for index in scratch.hits.indices {
      let pattern = patterns[Int(scratch.hits[index].pattern)]
      guard pattern.kinds & cueBit != 0 else { continue }
      cueCount += 1
      forEachCue(of: pattern, visible: scratch.visible[index]) { cue in
        if cue.context == 0 { scratch.barriers.append(scratch.hits[index].start) }
      }
    }
    guard cueCount > 0 else { return }
    scratch.contextOfCode.fill(count: text.count, with: 0)
    scratch.hasContexts = true
    for index in scratch.hits.indices {
      let hit = scratch.hits[index]
      let pattern = patterns[Int(hit.pattern)]
      guard pattern.kinds & cueBit != 0 else { continue }
      forEachCue(of: pattern, visible: scratch.visible[index]) { cue in
        guard cue.context != 0 else { return }
        if cue.direction != .before {
          cover(after: hit, with: cue, text: text, scratch: &scratch)
        }
        if cue.direction != .after {
          cover(before: hit, with: cue, text: text, scratch: &scratch)
        }
      }
    }
  }

  /// The context of a hit: a hit is covered only if both its ends are.
  ///
  /// - Precondition: `scratch.hasContexts`.
  @inline(__always)
  func context(of hit: Hit, in scratch: inout ClassifierScratch) -> Int {
    let first = Int(scratch.contextOfCode[Int(hit.start)])
    let last = Int(scratch.contextOfCode[Int(hit.end) - 1])
    if first == 0 || last == 0 { return 0 }
    return remainder(first) >= remainder(last) ? first : last
  }

  /// How much a context leaves of what it covers.
  func remainder(_ context: Int) -> Float {
    contexts[context].dangerFactor + contexts[context].categoryFactor
  }

  private func forEachCue(
    of pattern: PatternRecord, visible: UInt32, _ body: (CueRecord) -> Void
  ) {
    let postings = postings(of: pattern)
    for index in 0..<min(postings.count, 32)
    where postings[index].kind == .cue && visible & (1 << UInt32(index)) != 0 {
      body(cues[Int(postings[index].target)])
    }
  }

  private func cover(
    after hit: Hit, with cue: CueRecord, text: borrowing FoldedText,
    scratch: inout ClassifierScratch
  ) {
    let from = Int(hit.end)
    var to = min(from + Int(cue.reach), text.count)
    var index = text.breaks.firstIndex(from: from)
    while index < text.breaks.count, Int(text.breaks[index].position) < to {
      if cue.crossesClauses == 0 || text.breaks[index].strength == .sentence {
        to = Int(text.breaks[index].position)
        break
      }
      index += 1
    }
    for index in scratch.barriers.indices {
      let barrier = Int(scratch.barriers[index])
      if barrier >= from {
        to = min(to, barrier)
        break
      }
    }
    mark(from, to, with: cue, scratch: &scratch)
  }

  private func cover(
    before hit: Hit, with cue: CueRecord, text: borrowing FoldedText,
    scratch: inout ClassifierScratch
  ) {
    let to = Int(hit.start)
    var from = max(to - Int(cue.reach), 0)
    var index = text.breaks.firstIndex(from: to + 1) - 1
    while index >= 0, Int(text.breaks[index].position) > from {
      if cue.crossesClauses == 0 || text.breaks[index].strength == .sentence {
        from = Int(text.breaks[index].position)
        break
      }
      index -= 1
    }
    mark(from, to, with: cue, scratch: &scratch)
  }

  private func mark(
    _ from: Int, _ to: Int, with cue: CueRecord, scratch: inout ClassifierScratch
  ) {
    let new = Int(cue.context)
    for code in from..<max(from, to) {
      let old = Int(scratch.contextOfCode[code])
      if old == 0 || remainder(new) < remainder(old) {
        scratch.contextOfCode[code] = UInt8(new)
      }
    }
  }
}

extension Buffer<TextBreak> {
  /// Index of the first break at or behind `position`. O(log n).
  func firstIndex(from position: Int) -> Int {
    table.partitioningIndex { Int($0.position) >= position }
  }
}
