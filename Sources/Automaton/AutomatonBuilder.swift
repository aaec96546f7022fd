/// Compiles patterns into the arrays of an `Automaton`.
///
/// Deterministic: the same patterns in the same order give the same arrays. Time
/// O(total pattern length + patterns × log patterns) plus the placement of the double array.
public struct AutomatonBuilder: Sendable {
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

  /// - Parameters:
  ///   - patterns: distinct, non-empty, of letters of the alphabet only.
  ///   - alphabetSize: one more than the greatest code that a text may hold.
  public init(patterns: [[UInt16]], alphabetSize: Int) throws(Failure) {
    try self.init(patterns: PatternList(patterns), alphabetSize: alphabetSize)
  }

  /// The same from patterns in one array.
  public init(patterns: PatternList, alphabetSize: Int) throws(Failure) {
    let trie = try PatternTrie(patterns, alphabetSize: alphabetSize, reversed: false)
    var placement = SlotPlacement(alphabetSize: alphabetSize)
    let bases = trie.place(from: 0, into: &placement)
    let deadBase = placement.count
    let slotCount = deadBase + alphabetSize
    guard slotCount < Slot.maximum, trie.nodes.count < Slot.maximum else { throw .tooManyStates }

    slots = Array(repeating: .vacant, count: slotCount)
    failure = Array(repeating: 0, count: slotCount)
    outputs = [MatchOutput(pattern: 0, length: 0, next: 0)]
    outputs.reserveCapacity(patterns.count + 1)
    // Breadth first: a node's failure state is shallower, so it has its slot and outputs already.
    slots[0] = Slot(label: 0xFFFF, base: bases[0] == 0 ? deadBase : Int(bases[0]), value: 0)
    for index in trie.nodes.indices.dropFirst() {
      let node = trie.nodes[index]
      let parent = Int(node.parent)
      let slot = Int(bases[parent]) + Int(node.code)
      let fallback =
        parent == 0 ? 0 : failureSlot(of: node.code, under: self.slot(of: parent, trie, bases))
      var output = slots[fallback].value
      if trie.patterns[index] >= 0 {
        outputs.append(
          MatchOutput(
            pattern: UInt32(trie.patterns[index]), length: UInt32(node.depth),
            next: UInt32(output)))
        output = outputs.count - 1
      }
      let base = bases[index] == 0 ? deadBase : Int(bases[index])
      slots[slot] = Slot(label: node.code, base: base, value: output)
      failure[slot] = UInt32(fallback)
    }
  }

  private func slot(of node: Int, _ trie: PatternTrie, _ bases: [UInt32]) -> Int {
    Int(bases[Int(trie.nodes[node].parent)]) + Int(trie.nodes[node].code)
  }

  /// The slot of the longest proper suffix of a path that is itself a path of the trie: `parent` is
  /// the slot that the path leads to without its last code.
  private func failureSlot(of code: UInt16, under parent: Int) -> Int {
    var state = parent
    repeat {
      state = Int(failure[state])
      let child = slots[state].base + Int(code)
      if slots[child].label == code { return child }
    } while state != 0
    return 0
  }
}
