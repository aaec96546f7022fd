public import Pack

/// Patterns of one and two codes in one array: for each code of a text two loads tell all that ends
/// there, so that a text costs the same whatever it holds.
///
/// Finds what a `RestartWalk` of the same patterns finds, in the same order, in half the memory and
/// without a branch: mined terms are such a set, and most pairs of a call are among them. O(codes).
///
/// A view into a pack; immutable. The texts it scans are encoded with the alphabet it was built for.
public struct PairTable: Sendable {
  /// For each code: in the low half the base of the pairs that end with it, in the high half one more
  /// than the pattern of that code alone, 0 for none.
  let roots: Table<UInt64>
  /// For each slot: in the high half the code that begins the pair, in the low half one more than its
  /// pattern. `vacant` where there is none.
  let slots: Table<UInt32>

  /// Longest pattern, and greatest number of patterns.
  public static let reach = 2
  public static let greatestCount = 0xFFFF
  /// Of no code.
  static let vacant: UInt32 = 0xFFFF_0000
  /// Hits are given room for so many codes at a time.
  private static let blockSize = 128

  public init(roots: Table<UInt64>, slots: Table<UInt32>) {
    precondition(slots.count >= roots.count, "there is room behind each base")
    self.roots = roots
    self.slots = slots
  }

  /// Appends all matches to `hits`, ordered by end, longest first where several end together.
  public func scan(_ codes: Table<UInt16>, into hits: inout Buffer<Hit>) {
    var found = hits.count
    var before = Alphabet.other
    var first = 0
    while first < codes.count {
      let end = min(first &+ Self.blockSize, codes.count)
      unsafe hits.assumeCount(found)
      hits.reserve(found &+ 2 &* (end &- first) &+ 1)
      for index in first..<end {
        let code = unsafe codes[unchecked: index]
        let root = unsafe roots[unchecked: Int(code)]
        let base = Int(UInt32(truncatingIfNeeded: root))
        let slot = unsafe slots[unchecked: base &+ Int(before)]
        let single = UInt32(truncatingIfNeeded: root &>> 32)
        let next = UInt32(truncatingIfNeeded: index &+ 1)
        // Each is written, and counted only if it is one.
        unsafe hits[unchecked: found] = Hit(
          start: next &- 2, end: next, pattern: (slot & 0xFFFF) &- 1)
        found &+= slot &>> 16 == UInt32(before) ? 1 : 0
        unsafe hits[unchecked: found] = Hit(start: next &- 1, end: next, pattern: single &- 1)
        found &+= single == 0 ? 0 : 1
        before = code
      }
      first = end
    }
    unsafe hits.assumeCount(found)
  }
}
