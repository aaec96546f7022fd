import Pack

/// Compiles patterns of one and two codes into the arrays of a `PairTable`. Deterministic.
public struct PairTableBuilder: Sendable {
  public private(set) var roots: [UInt64]
  public private(set) var slots: [UInt32]

  /// True if the patterns are few and short enough.
  static func suits(_ patterns: PatternList) -> Bool {
    patterns.longest <= PairTable.reach && patterns.count <= PairTable.greatestCount
  }

  /// - Parameters:
  ///   - patterns: distinct, of one or two letters of the alphabet, at most `PairTable.greatestCount`.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  public init(
    patterns: PatternList, alphabetSize: Int
  ) throws(AutomatonBuilder.Failure) {
    precondition(Self.suits(patterns), "patterns of one or two codes")
    let trie = try PatternTrie(patterns, alphabetSize: alphabetSize, reversed: true)
    var families = WalkFamilies(trie, alphabetSize: alphabetSize)
    families.place()
    // What ends no pair has its base here.
    let deadBase = families.slotCount
    roots = Array(repeating: UInt64(deadBase), count: alphabetSize)
    slots = Array(repeating: PairTable.vacant, count: deadBase + alphabetSize)
    for index in trie.nodes.indices.dropFirst() {
      let node = trie.nodes[index]
      let value = UInt32(trie.patterns[index] + 1)
      if node.depth == 1 {
        let base = families.bases[index] == 0 ? UInt32(deadBase) : families.bases[index]
        roots[Int(node.code)] = UInt64(value) << 32 | UInt64(base)
      } else {
        slots[Int(families.slots[index])] = UInt32(node.code) << 16 | value
      }
    }
  }

  /// Bytes of all arrays.
  public var byteCount: Int {
    roots.count * MemoryLayout<UInt64>.stride + slots.count * MemoryLayout<UInt32>.stride
  }

  /// Runs `body` with the table as built, before it is written to a pack. O(1).
  public func withPairs<Result>(_ body: (PairTable) throws -> Result) rethrows -> Result {
    try roots.withTable { roots in
      try slots.withTable { slots in try body(PairTable(roots: roots, slots: slots)) }
    }
  }
}
