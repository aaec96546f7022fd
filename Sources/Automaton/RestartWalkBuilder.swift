import Pack

/// Compiles patterns into the arrays of a `RestartWalk`. Deterministic; time as `AutomatonBuilder`.
public struct RestartWalkBuilder: Sendable {
  public private(set) var roots: [UInt32]
  public private(set) var singles: [UInt32]
  public private(set) var slots: [Slot]
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
    slots = Array(repeating: .vacant, count: slotCount)
    for (slot, label, base) in families.groups {
      slots[slot] = Slot(label: label, base: base, value: 0)
    }
    for index in trie.nodes.indices.dropFirst() {
      let node = trie.nodes[index]
      let value = Int(trie.patterns[index]) + 1
      let base = families.bases[index] == 0 ? deadBase : Int(families.bases[index])
      if node.depth == 1 {
        roots[Int(node.code)] = UInt32(base) | (value == 0 ? 0 : RestartWalk.singleFlag)
        singles[Int(node.code)] = UInt32(value)
      } else {
        slots[Int(families.slots[index])] = Slot(label: node.code, base: base, value: value)
      }
    }
  }

  /// Bytes of all arrays.
  public var byteCount: Int {
    roots.count * MemoryLayout<UInt32>.stride * 2 + slots.count * MemoryLayout<Slot>.stride
  }

  /// Runs `body` with the walk as built, before it is written to a pack. O(1).
  public func withWalk<Result>(_ body: (RestartWalk) throws -> Result) rethrows -> Result {
    try roots.withTable { roots in
      try singles.withTable { singles in
        try slots.withTable { slots in
          try body(RestartWalk(roots: roots, singles: singles, slots: slots))
        }
      }
    }
  }
}
