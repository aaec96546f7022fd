/// The sequences of two to six characters that occur in enough calls.
struct Grams {
  struct Gram {
    var units: [UInt16]
    /// Calls that hold it, ascending.
    var calls: [Int]
    /// Occurrences in all calls.
    var hits: Int
  }

  private(set) var all: [Gram] = []

  /// Counts level by level: a longer sequence can be frequent only if both its parts are.
  /// O(characters × lengths).
  ///
  /// - Parameters:
  ///   - texts: characters of calls; no sequence spans a 0.
  ///   - least: calls a sequence must occur in.
  init(_ texts: [[UInt16]], least: Int, longest: Int = 6) {
    // For each position the frequent sequence of the last length that begins there, or −1.
    var ids = texts.map { text in text.map { $0 == 0 ? Int32(-1) : Int32($0) } }
    var units: [Int32: [UInt16]] = [:]
    for length in 2...longest {
      var level: [Gram] = []
      var numbers: [UInt64: Int32] = [:]
      var next = texts.map { [Int32](repeating: -1, count: $0.count) }
      for call in texts.indices {
        let text = texts[call]
        guard text.count >= length else { continue }
        for start in 0...(text.count - length) {
          guard ids[call][start] >= 0, ids[call][start + 1] >= 0 else { continue }
          let key = UInt64(ids[call][start]) << 16 | UInt64(text[start + length - 1])
          let number: Int32
          if let known = numbers[key] {
            number = known
          } else {
            number = Int32(level.count)
            numbers[key] = number
            let head = length == 2 ? [text[start]] : units[ids[call][start]]!
            level.append(Gram(units: head + [text[start + length - 1]], calls: [], hits: 0))
          }
          level[Int(number)].hits += 1
          if level[Int(number)].calls.last != call { level[Int(number)].calls.append(call) }
          next[call][start] = number
        }
      }
      for call in next.indices {
        for start in next[call].indices
        where next[call][start] >= 0 && level[Int(next[call][start])].calls.count < least {
          next[call][start] = -1
        }
      }
      units = [:]
      for (number, gram) in level.enumerated() where gram.calls.count >= least {
        units[Int32(number)] = gram.units
        all.append(gram)
      }
      ids = next
      if units.isEmpty { break }
    }
    dropParts()
  }

  /// Drops sequences that always stand in one and the same longer one: the longer reads better and
  /// says as much.
  private mutating func dropParts() {
    var calls: [[UInt16]: Int] = [:]
    for gram in all { calls[gram.units] = gram.calls.count }
    var isPart: Set<[UInt16]> = []
    for gram in all where gram.units.count > 2 {
      for part in [Array(gram.units.dropFirst()), Array(gram.units.dropLast())]
      where calls[part] == gram.calls.count { isPart.insert(part) }
    }
    all.removeAll { isPart.contains($0.units) }
  }
}
