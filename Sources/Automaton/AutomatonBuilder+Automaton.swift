import Pack

extension AutomatonBuilder {
  /// Bytes of all arrays.
  public var byteCount: Int {
    slots.count * (MemoryLayout<Slot>.stride + MemoryLayout<UInt32>.stride)
      + outputs.count * MemoryLayout<MatchOutput>.stride
  }

  /// Runs `body` with the automaton as built, before it is written to a pack. O(1).
  public func withAutomaton<Result>(_ body: (Automaton) throws -> Result) rethrows -> Result {
    try slots.withTable { slots in
      try failure.withTable { failure in
        try outputs.withTable { outputs in
          try body(Automaton(slots: slots, failure: failure, outputs: outputs))
        }
      }
    }
  }
}
