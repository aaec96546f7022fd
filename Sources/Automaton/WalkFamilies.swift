/// Where the states of a `RestartWalk` have their slots.
///
/// A family of hundreds of children hardly fits between others, and double arrays of names of places
/// are half empty for that. So such a family is split: its children hang on up to 64 groups, by the
/// lowest bits of their codes, and each group is a small family of its own. The families of single
/// codes stay whole, since every code of a text goes through one of them.
struct WalkFamilies {
  private let trie: PatternTrie
  private let alphabetSize: Int
  private var placement: SlotPlacement
  /// For each node the base of its children, 0 if it has none; with `RestartWalk.splitFlag` that of
  /// its groups.
  private(set) var bases: [UInt32]
  /// For each node its slot.
  private(set) var slots: [UInt32]
  /// The slots of all groups.
  private(set) var groups: [(slot: Int, label: UInt16, base: Int)] = []

  init(_ trie: PatternTrie, alphabetSize: Int) {
    self.trie = trie
    self.alphabetSize = alphabetSize
    placement = SlotPlacement(alphabetSize: alphabetSize + RestartWalk.groupCount)
    bases = Array(repeating: 0, count: trie.nodes.count)
    slots = Array(repeating: 0, count: trie.nodes.count)
  }

  /// Number of slots up to the last in use.
  var slotCount: Int { placement.count }

  /// Finds room for all. What is read most comes first, so that it lies close together: the families
  /// of single codes. Large families before small ones, which fill the gaps.
  mutating func place() {
    var roots: [(size: Int, node: Int)] = []
    var small: [(size: Int, node: Int)] = []
    var split: [Int] = []
    for node in trie.nodes.indices.dropFirst() {
      let size = Int(trie.nodes[node].childCount)
      if size == 0 { continue }
      if trie.nodes[node].depth == 1 {
        roots.append((size, node))
      } else if size > RestartWalk.groupCount {
        split.append(node)
      } else {
        small.append((size, node))
      }
    }
    for (_, node) in roots.sorted(by: { ($1.size, $0.node) < ($0.size, $1.node) }) {
      placeWhole(node)
    }
    for node in split { placeSplit(node) }
    for (_, node) in small.sorted(by: { ($1.size, $0.node) < ($0.size, $1.node) }) {
      placeWhole(node)
    }
  }

  private mutating func placeWhole(_ node: Int) {
    let children = trie.children(node)
    let base = placement.place(trie.codes[children])
    bases[node] = UInt32(base)
    for child in children { slots[child] = UInt32(base + Int(trie.codes[child])) }
  }

  private mutating func placeSplit(_ node: Int) {
    var members = Array(repeating: [Int](), count: RestartWalk.groupCount)
    for child in trie.children(node) {
      members[Int(trie.codes[child]) % RestartWalk.groupCount].append(child)
    }
    let used = members.indices.filter { !members[$0].isEmpty }
    let labels = used.map { UInt16(alphabetSize + $0) }
    let base = placement.place(labels)
    bases[node] = UInt32(base | RestartWalk.splitFlag)
    for (group, label) in zip(used, labels) {
      let groupBase = placement.place(members[group].map { trie.codes[$0] })
      groups.append((slot: base + Int(label), label: label, base: groupBase))
      for child in members[group] { slots[child] = UInt32(groupBase + Int(trie.codes[child])) }
    }
  }
}
