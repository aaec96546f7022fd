public import Pack

/// A double-array Aho-Corasick automaton over dense codes: the matcher of record.
///
/// Finds every occurrence of every pattern, overlapping ones too, in O(codes + matches) on any
/// text. A view into a pack; immutable.
public struct Automaton: Sendable {
  let slots: Table<Slot>
  let failure: Table<UInt32>
  let outputs: Table<MatchOutput>

  public init(slots: Table<Slot>, failure: Table<UInt32>, outputs: Table<MatchOutput>) {
    precondition(slots.count >= 1 && outputs.count >= 1, "an automaton has a root")
    self.slots = slots
    self.failure = failure
    self.outputs = outputs
  }

  /// Appends all matches to `hits`, ordered by end, longest first where several end together.
  public func scan(_ codes: Table<UInt16>, into hits: inout Buffer<Hit>) {
    var state = 0
    for index in 0..<codes.count {
      let code = unsafe codes[unchecked: index]
      guard code >= Alphabet.firstLetter else {
        state = 0
        continue
      }
      state = next(after: state, over: code)
      var output = unsafe slots[unchecked: state].value
      while output != 0 {
        let found = outputs[output]
        let end = UInt32(truncatingIfNeeded: index &+ 1)
        hits.append(Hit(start: end &- found.length, end: end, pattern: found.pattern))
        output = Int(found.next)
      }
    }
  }

  /// Follows one code. Amortized O(1) over a text: each failure undoes an earlier step.
  @inline(__always)
  private func next(after start: Int, over code: UInt16) -> Int {
    var state = start
    while true {
      let child = unsafe slots[unchecked: state].base &+ Int(code)
      if unsafe slots[unchecked: child].label == code { return child }
      if state == 0 { return 0 }
      state = unsafe Int(failure[unchecked: state])
    }
  }
}
