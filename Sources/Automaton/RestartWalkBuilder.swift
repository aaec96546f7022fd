import Pack

/// Compiles patterns into the arrays of a `RestartWalk`. Deterministic; time as `AutomatonBuilder`.
public struct RestartWalkBuilder: Sendable {
  public private(set) var roots: [UInt32]
  public private(set) var singles: [UInt32]
  public private(set) var labels: [UInt16]
  /// Three numbers for each slot, the lowest first: value and base of 24 bits each; and one behind.
  public private(set) var states: [UInt16]
  /// Codes of the longest pattern.
  public let longest: Int

  /// - Parameters:
  ///   - patterns: distinct, non-empty, of letters of the alphabet only.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  public init(
    patterns: PatternList, alphabetSize: Int
  ) throws(AutomatonBuilder.Failure) {
    let trie = try PatternTrie(patterns, alphabetSize: alphabetSize, reversed: true)
    var families = WalkFamilies(trie, alphabetSize: alphabetSize)
    families.place()
    let deadBase = families.slotCount
    let slotCount = deadBase + alphabetSize
    guard slotCount < RestartWalk.splitFlag, patterns.count < Slot.maximum - 1 else {
      throw .tooManyStates
    }
    longest = trie.longest
    roots = Array(repeating: UInt32(deadBase), count: alphabetSize)
    singles = Array(repeating: 0, count: alphabetSize)
    labels = Array(repeating: 0xFFFF, count: slotCount)
    states = Array(repeating: 0, count: slotCount * 3 + 1)
    setState(deadBase, base: deadBase, value: 0)
    for (slot, label, base) in families.groups {
      labels[slot] = label
      setState(slot, base: base, value: 0)
    }
    for index in trie.nodes.indices.dropFirst() {
      let node = trie.nodes[index]
      let value = Int(trie.patterns[index]) + 1
      let base = families.bases[index] == 0 ? deadBase : Int(families.bases[index])
      if node.depth == 1 {
        roots[Int(node.code)] = UInt32(base) | (value == 0 ? 0 : RestartWalk.singleFlag)
        singles[Int(node.code)] = UInt32(value)
      } else {
        let slot = Int(families.slots[index])
        labels[slot] = node.code
        setState(slot, base: base, value: value)
      }
    }
  }

  /// Bytes of all arrays.
  public var byteCount: Int {
    roots.count * MemoryLayout<UInt32>.stride * 2
      + (labels.count + states.count) * MemoryLayout<UInt16>.stride
  }

  /// Runs `body` with the walk as built, before it is written to a pack. O(1).
  public func withWalk<Result>(_ body: (RestartWalk) throws -> Result) rethrows -> Result {
    try roots.withTable { roots in
      try singles.withTable { singles in
        try labels.withTable { labels in
          try states.withTable { states in
            try body(
              RestartWalk(
                roots: roots, singles: singles, labels: labels, states: states))
          }
        }
      }
    }
  }

  private mutating func setState(_ slot: Int, base: Int, value: Int) {
    let bits = Slot(label: 0, base: base, value: value).bits
    for part in 0..<3 {
      states[slot * 3 + part] = UInt16(truncatingIfNeeded: bits >> UInt64(part * 16))
    }
  }
}
