import Pack

/// Names and the ranks of the places that have them.
struct NationNames: Sendable {
  /// Different names, in the order of the table.
  private(set) var texts: [String] = []
  /// For each name the row it first stands in.
  private(set) var rows: [SourceRow] = []
  private var indexOf: [TextKey: Int] = [:]
  private var uses: [(name: UInt32, rank: UInt32)] = []

  mutating func add(_ text: String, rank: Int, row: SourceRow) {
    let index = indexOf[TextKey(text), default: texts.count]
    if index == texts.count {
      indexOf[TextKey(text)] = index
      texts.append(text)
      rows.append(row)
    }
    uses.append((name: UInt32(index), rank: UInt32(rank)))
  }

  /// The ranks of each pattern, ascending and distinct, one list behind the other, and where they end.
  ///
  /// - Parameter patterns: for each name its pattern, nil if it has none; names that fold to the same
  ///   share one.
  func ranks(patterns: [Int?], count: Int) -> (ranks: [UInt32], ends: [Int]) {
    var ends = [Int](repeating: 0, count: count)
    for use in uses {
      if let pattern = patterns[Int(use.name)] { ends[pattern] += 1 }
    }
    var total = 0
    for pattern in ends.indices {
      let own = ends[pattern]
      ends[pattern] = total
      total += own
    }
    // `ends` says where the next rank goes: first the start of each list, at last its end.
    var ranks = [UInt32](repeating: 0, count: total)
    for use in uses {
      guard let pattern = patterns[Int(use.name)] else { continue }
      ranks[ends[pattern]] = use.rank
      ends[pattern] += 1
    }
    return (ranks, ends)
  }
}
