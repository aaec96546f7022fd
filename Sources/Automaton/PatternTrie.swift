/// The states of a set of patterns, breadth first, before they have their places in an array.
///
/// Built from one flat array of codes: patterns are sorted by their first four codes as one number.
/// O(total length + patterns × log patterns).
struct PatternTrie {
  /// A state: the patterns `low..<high`, in sorted order, begin with its path.
  struct Node: BitwiseCopyable {
    var low: UInt32
    var high: UInt32
    var parent: UInt32
    var firstChild: UInt32 = 0
    var childCount: UInt16 = 0
    var code: UInt16
    var depth: UInt16
  }

  private(set) var nodes: [Node] = []
  /// The code that leads to each node.
  private(set) var codes: [UInt16] = []
  /// The pattern that ends in each node, -1 for none.
  private(set) var patterns: [Int32] = []
  /// Codes of the longest pattern.
  private(set) var longest = 0

  /// - Parameters:
  ///   - words: distinct, non-empty, of letters of the alphabet only.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  ///   - reversed: true for paths that lead from a pattern's last code to its first.
  init(
    _ words: PatternList, alphabetSize: Int, reversed: Bool
  ) throws(AutomatonBuilder.Failure) {
    guard words.codes.count <= Int(Int32.max) else {
      throw .tooManyStates
    }
    for index in 0..<words.count {
      let word = words[index]
      if word.isEmpty { throw .emptyPattern(index) }
      guard word.count <= Int(UInt16.max) else { throw .tooManyStates }
      if word.contains(where: { $0 < Alphabet.firstLetter || $0 >= alphabetSize }) {
        throw .unmatchableCode(pattern: index)
      }
      longest = max(longest, word.count)
    }
    let sorted = SortedPatterns(words, reversed: reversed)
    try sorted.checkDistinct()
    grow(sorted)
  }

  /// Level by level, so that a node's children stand side by side.
  private mutating func grow(_ sorted: SortedPatterns) {
    nodes = [Node(low: 0, high: UInt32(sorted.count), parent: 0, code: 0, depth: 0)]
    patterns = [-1]
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      let depth = Int(node.depth)
      let high = Int(node.high)
      var low = Int(node.low)
      if low < high, sorted.length(low) == depth {
        patterns[index] = Int32(sorted.pattern(low))
        low += 1
      }
      nodes[index].firstChild = UInt32(nodes.count)
      let firstChild = nodes.count
      while low < high {
        let code = sorted.code(low, depth)
        var end = low + 1
        while end < high, sorted.code(end, depth) == code { end += 1 }
        nodes.append(
          Node(
            low: UInt32(low), high: UInt32(end), parent: UInt32(index), code: code,
            depth: node.depth + 1))
        patterns.append(-1)
        low = end
      }
      nodes[index].childCount = UInt16(nodes.count - firstChild)
      index += 1
    }
    codes = nodes.map(\.code)
  }

  /// The children of a node, as indices of nodes.
  func children(_ node: Int) -> Range<Int> {
    let first = Int(nodes[node].firstChild)
    return first..<first + Int(nodes[node].childCount)
  }

  /// Gives the children of every node from depth `depth` on a base, 0 for nodes without any. The first
  /// two levels come first, since what is read most should lie close together; large families before
  /// small ones, which fill the gaps.
  func place(from depth: Int, into placement: inout SlotPlacement) -> [UInt32] {
    var bases = [UInt32](repeating: 0, count: nodes.count)
    let parents = nodes.indices.filter { nodes[$0].childCount > 0 && nodes[$0].depth >= depth }
    let order = parents.map { node in
      // Level, size and node as one number, smallest first.
      UInt64(min(nodes[node].depth, 2)) << 48 | UInt64(UInt16.max - nodes[node].childCount) << 32
        | UInt64(node)
    }
    for key in order.sorted() {
      let parent = Int(key & 0xFFFF_FFFF)
      bases[parent] = UInt32(placement.place(codes[children(parent)]))
    }
    return bases
  }
}
