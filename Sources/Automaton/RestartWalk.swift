public import Pack

/// A trie of reversed patterns in a double array: from each code of a text a walk leads backward over
/// the patterns that end there.
///
/// Finds what an `Automaton` of the same patterns finds, in the same order. Restarting at every code
/// makes all loads independent of each other, where Aho-Corasick is one serial chain: 2 to 4 times as
/// fast if patterns are short. O(codes × longest pattern) on the worst text, so a set with long
/// patterns belongs to `Automaton`. Backward, because names of places share their ends: fewer states,
/// and matches come in the order of their ends.
///
/// A view into a pack; immutable. The texts it scans are encoded with the alphabet it was built for.
public struct RestartWalk: Sendable {
  /// For each code the base of its children; `singleFlag` if the code alone is a pattern. What has no
  /// children has a base behind which all slots are vacant, here and in `slots`.
  let roots: Table<UInt32>
  /// For each code one more than the pattern of that code alone, 0 for none.
  let singles: Table<UInt32>
  /// For each slot the code that leads to the state there: what every code of a text is held against,
  /// and so by itself, where four times as many fit in the cache.
  let labels: Table<UInt16>
  /// For each slot six bytes, and two behind the last: base and value of the state, from depth 2 on. The
  /// value is one more than the pattern that ends there, 0 for none.
  let states: Table<UInt16>
  /// Slot of a state that no pattern ends in and no code leads on from.
  private let deadSlot: Int
  private let hasSingles: Bool
  /// Sets of patterns up to this many codes are meant for a walk: longer ones make the worst text too
  /// slow.
  public static let reach = 32

  static let singleFlag: UInt32 = 1 << 31
  /// Of a base: it leads to groups of children, not to children. See `WalkFamilies`.
  static let splitFlag = 1 << 23
  static let groupCount = 64
  /// Codes that go through both passes together. The list between them stays on the stack.
  private static let blockSize = 128
  /// Base and value of a state, without its label.
  static let stateMask: UInt64 = 0xFFFF_FFFF_FFFF

  public init(
    roots: Table<UInt32>, singles: Table<UInt32>, labels: Table<UInt16>, states: Table<UInt16>
  ) {
    precondition(
      roots.count == singles.count && labels.count >= roots.count
        && states.count == labels.count * 3 + 1,
      "a walk has a root for each code, room behind each base, a state for each label")
    self.roots = roots
    self.singles = singles
    self.labels = labels
    self.states = states
    deadSlot = labels.count - roots.count
    hasSingles = singles.indices.contains { singles[$0] != 0 }
  }

  /// Appends all matches to `hits`, ordered by end, longest first where several end together.
  public func scan(_ codes: Table<UInt16>, into hits: inout Buffer<Hit>) {
    if hasSingles {
      scan(codes, WithSingles.self, into: &hits)
    } else {
      scan(codes, WithoutSingles.self, into: &hits)
    }
  }

  private func scan<Patterns: WalkPatterns>(
    _ codes: Table<UInt16>, _ patterns: Patterns.Type, into hits: inout Buffer<Hit>
  ) {
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.blockSize) { survivors in
      let list = survivors.baseAddress!
      var first = 0
      while first < codes.count {
        let end = min(first &+ Self.blockSize, codes.count)
        let count = unsafe probe(codes, first..<end, patterns, list)
        unsafe walk(codes, from: first, patterns, list, count, into: &hits)
        first = end
      }
    }
  }

  /// Lists the codes of a block where a pattern of one code ends, or the last two codes of a longer
  /// one: position in the block << 48 | slot of the state that the two lead to. No branch:
  /// each is written, and counted only if it survives.
  @inline(__always)
  private func probe<Patterns: WalkPatterns>(
    _ codes: Table<UInt16>, _ block: Range<Int>, _ patterns: Patterns.Type,
    _ survivors: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var count = 0
    var position: UInt64 = 0
    var before =
      block.lowerBound == 0
      ? Alphabet.other : unsafe codes[unchecked: block.lowerBound &- 1]
    for index in block {
      let code = unsafe codes[unchecked: index]
      let root = unsafe roots[unchecked: Int(code)]
      let base = Int(
        truncatingIfNeeded: Patterns.haveSingles ? root & ~Self.singleFlag : root)
      let slot = base &+ Int(before)
      let differs = UInt32(unsafe labels[unchecked: slot] ^ before)
      let fits = (differs &- 1) &>> 31
      if Patterns.haveSingles {
        // The slot of two codes if they fit, else one without patterns and children.
        let fitting = 0 &- Int(truncatingIfNeeded: fits)
        let state = (slot & fitting) | (deadSlot & ~fitting)
        unsafe survivors[count] = UInt64(truncatingIfNeeded: state) | position
        count &+= Int(truncatingIfNeeded: fits | root &>> 31)
      } else {
        unsafe survivors[count] = UInt64(truncatingIfNeeded: slot) | position
        count &+= Int(truncatingIfNeeded: fits)
      }
      position &+= 1 &<< 48
      before = code
    }
    return count
  }

  /// Follows each survivor to its end and reports the patterns on the way, the longest first.
  @inline(__always)
  private func walk<Patterns: WalkPatterns>(
    _ codes: Table<UInt16>, from first: Int, _ patterns: Patterns.Type,
    _ survivors: UnsafeMutablePointer<UInt64>, _ count: Int, into hits: inout Buffer<Hit>
  ) {
    var found = hits.count
    hits.reserve(found &+ 2 &* count &+ 1)
    for place in 0..<count {
      let survivor = unsafe survivors[place]
      let index = first &+ Int(truncatingIfNeeded: survivor &>> 48)
      let end = UInt32(truncatingIfNeeded: index &+ 1)
      let state = state(at: Int(truncatingIfNeeded: survivor & 0xFF_FFFF))
      // Three codes are rare enough for a branch, patterns of one or two are not.
      if index >= 2 {
        let code = unsafe codes[unchecked: index &- 2]
        if let next = child(of: state, over: code) {
          found = follow(codes, next, from: index &- 2, end, found, &hits)
          unsafe hits.assumeCount(found)
          hits.reserve(found &+ 2 &* (count &- place) &+ 1)
        }
      }
      let pattern = UInt32(truncatingIfNeeded: state.value)
      unsafe hits[unchecked: found] = Hit(start: end &- 2, end: end, pattern: pattern &- 1)
      found &+= pattern == 0 ? 0 : 1
      if Patterns.haveSingles {
        let single = unsafe singles[unchecked: Int(codes[unchecked: index])]
        unsafe hits[unchecked: found] = Hit(start: end &- 1, end: end, pattern: single &- 1)
        found &+= single == 0 ? 0 : 1
      }
    }
    unsafe hits.assumeCount(found)
  }

  /// Reports the patterns from a state of three codes on, the longest first. Returns how many hits
  /// there are then.
  @inline(never)
  private func follow(
    _ codes: Table<UInt16>, _ state: Slot, from start: Int, _ end: UInt32, _ count: Int,
    _ hits: inout Buffer<Hit>
  ) -> Int {
    unsafe hits.assumeCount(count)
    var state = state
    var start = start
    while true {
      if state.value != 0 {
        hits.append(
          Hit(
            start: UInt32(truncatingIfNeeded: start), end: end,
            pattern: UInt32(truncatingIfNeeded: state.value &- 1)))
      }
      start &-= 1
      guard start >= 0 else { break }
      let code = unsafe codes[unchecked: start]
      guard let next = child(of: state, over: code) else { break }
      state = next
    }
    reverse(&hits, count)
    return hits.count
  }

  /// Turns the hits from `first` on around.
  private func reverse(_ hits: inout Buffer<Hit>, _ first: Int) {
    var first = first
    var last = hits.count &- 1
    while first < last {
      let hit = hits[first]
      hits[first] = hits[last]
      hits[last] = hit
      first &+= 1
      last &-= 1
    }
  }
}
