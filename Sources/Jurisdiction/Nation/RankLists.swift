public import Pack

/// The ranks that share a name, coded: most names have one, a few have hundreds.
///
/// One rank stands in the name's own entry, marked by its highest bit. Other entries say where the
/// list begins among `lists`: number of ranks, first rank, distances to the next, each in groups of
/// seven bits, the lowest first, all but the last group marked by the highest bit.
public struct RankLists: Sendable {
  public static let single: UInt32 = 1 << 31

  let entries: Table<UInt32>
  let lists: Table<UInt8>

  public init(entries: Table<UInt32>, lists: Table<UInt8>) {
    self.entries = entries
    self.lists = lists
  }

  /// Hands over the ranks of a name, ascending. O(their number).
  func forEach(of name: UInt32, _ body: (UInt32) -> Void) {
    let entry = entries[Int(name)]
    if entry & Self.single != 0 { return body(entry & ~Self.single) }
    var place = Int(entry)
    var rank: UInt32 = 0
    for _ in 0..<read(&place) {
      rank += read(&place)
      body(rank)
    }
  }

  private func read(_ place: inout Int) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = lists[place]
      place += 1
      value |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// The entry of a name and, if it has several ranks, their list at the end of `lists`.
  ///
  /// - Precondition: at least one rank, all below 2³¹, ascending and distinct.
  public static func encode(_ ranks: [UInt32], into lists: inout [UInt8]) -> UInt32 {
    if ranks.count == 1 { return ranks[0] | single }
    let entry = UInt32(lists.count)
    append(UInt32(ranks.count), to: &lists)
    var last: UInt32 = 0
    for rank in ranks {
      append(rank - last, to: &lists)
      last = rank
    }
    return entry
  }

  private static func append(_ value: UInt32, to lists: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      lists.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    lists.append(UInt8(value))
  }
}
