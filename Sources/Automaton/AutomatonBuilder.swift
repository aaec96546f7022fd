/// Compiles patterns into the arrays of an `Automaton`.
///
/// Deterministic: the same patterns in the same order give the same arrays. Time
/// O(total pattern length × log n) plus the placement of the double array.
public struct AutomatonBuilder {
  public enum Failure: Error, Equatable {
    /// A pattern without codes matches everywhere.
    case emptyPattern(Int)
    /// A pattern holds a code below `Alphabet.firstLetter`.
    case unmatchableCode(pattern: Int)
    /// Two patterns have the same codes.
    case duplicate(Int, Int)
    /// More states than the format can address.
    case tooManyStates
  }

  public private(set) var slots: [Slot] = []
  public private(set) var failure: [UInt32] = []
  public private(set) var outputs: [MatchOutput] = []

  /// A state of the trie: the patterns `low..<high` (in sorted order) share its path.
  private struct Node {
    let low: Int
    let high: Int
    let depth: Int
    let parent: Int
    let code: UInt16
    var slot = 0
    var failure = 0
    var output = 0
  }

  /// - Parameters:
  ///   - patterns: distinct, non-empty, of letters of the alphabet only.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  public init(patterns: [[UInt16]], alphabetSize: Int) throws(Failure) {
    for (index, pattern) in patterns.enumerated() {
      if pattern.isEmpty { throw .emptyPattern(index) }
      if pattern.contains(where: { $0 < Alphabet.firstLetter || $0 >= alphabetSize }) {
        throw .unmatchableCode(pattern: index)
      }
    }
    let order = patterns.indices.sorted {
      patterns[$0].lexicographicallyPrecedes(patterns[$1])
    }
    for (first, second) in zip(order, order.dropFirst()) where patterns[first] == patterns[second] {
      throw .duplicate(min(first, second), max(first, second))
    }
    try build(patterns: patterns, order: order, alphabetSize: alphabetSize)
  }

  private mutating func build(
    patterns: [[UInt16]], order: [Int], alphabetSize: Int
  ) throws(Failure) {
    var placement = SlotPlacement(alphabetSize: alphabetSize)
    var nodes = [Node(low: 0, high: order.count, depth: 0, parent: 0, code: 0)]
    var bases: [Int] = []
    outputs = [MatchOutput(pattern: 0, length: 0, next: 0)]
    var children: [UInt16] = []

    // Breadth first: a node's failure state is shallower, so it has its slot and outputs already.
    var index = 0
    while index < nodes.count {
      let firstChild = nodes.count
      let node = nodes[index]
      var low = node.low
      if low < node.high, patterns[order[low]].count == node.depth { low += 1 }
      children.removeAll(keepingCapacity: true)
      while low < node.high {
        let code = patterns[order[low]][node.depth]
        var high = low + 1
        while high < node.high, patterns[order[high]][node.depth] == code { high += 1 }
        children.append(code)
        nodes.append(Node(low: low, high: high, depth: node.depth + 1, parent: index, code: code))
        low = high
      }
      let base = children.isEmpty ? 0 : placement.place(children)
      bases.append(base)
      for child in firstChild..<nodes.count { nodes[child].slot = base + Int(nodes[child].code) }
      index += 1
    }

    let deadBase = placement.seal()
    let slotCount = deadBase + alphabetSize
    guard slotCount < Slot.maximum, nodes.count < Slot.maximum else { throw .tooManyStates }
    var nodeAtSlot = [Int32](repeating: -1, count: slotCount)
    for (index, node) in nodes.enumerated() { nodeAtSlot[node.slot] = Int32(index) }
    slots = Array(repeating: .vacant, count: slotCount)
    failure = Array(repeating: 0, count: slotCount)

    for index in nodes.indices {
      let node = nodes[index]
      if node.depth > 1 {
        nodes[index].failure = failureNode(of: node, nodes, bases, nodeAtSlot)
      }
      let inherited = nodes[nodes[index].failure].output
      let pattern = order.indices.contains(node.low) ? order[node.low] : 0
      if node.depth > 0, patterns[pattern].count == node.depth {
        nodes[index].output = outputs.count
        outputs.append(
          MatchOutput(
            pattern: UInt32(pattern), length: UInt32(node.depth), next: UInt32(inherited)))
      } else {
        nodes[index].output = inherited
      }
      slots[node.slot] = Slot(
        label: index == 0 ? 0xFFFF : node.code,
        base: bases[index] == 0 ? deadBase : bases[index],
        value: nodes[index].output)
      failure[node.slot] = UInt32(nodes[nodes[index].failure].slot)
    }
  }

  /// The node of the longest proper suffix that is itself a path of the trie.
  private func failureNode(
    of node: Node, _ nodes: [Node], _ bases: [Int], _ nodeAtSlot: [Int32]
  ) -> Int {
    var state = nodes[node.parent].failure
    while true {
      let slot = bases[state] + Int(node.code)
      if state == 0 || bases[state] != 0, slot < nodeAtSlot.count, nodeAtSlot[slot] > 0 {
        let found = Int(nodeAtSlot[slot])
        if nodes[found].parent == state, nodes[found].code == node.code { return found }
      }
      if state == 0 { return 0 }
      state = nodes[state].failure
    }
  }
}
