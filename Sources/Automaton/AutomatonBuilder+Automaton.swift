import Pack

extension AutomatonBuilder {
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
