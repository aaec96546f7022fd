/// Patterns one behind the other in one array: no allocation for each.
public struct PatternList: Sendable {
  /// The codes of all patterns.
  public private(set) var codes: [UInt16] = []
  /// Where each pattern ends.
  private var ends: [Int] = []

  public init() {}

  public init(_ patterns: [[UInt16]]) {
    codes.reserveCapacity(patterns.reduce(0) { $0 + $1.count })
    ends.reserveCapacity(patterns.count)
    for pattern in patterns { append(pattern) }
  }

  /// Number of patterns.
  public var count: Int { ends.count }

  /// The codes of a pattern. O(1).
  public subscript(index: Int) -> ArraySlice<UInt16> { codes[start(index)..<ends[index]] }

  /// Adds a pattern. O(its length).
  public mutating func append(_ pattern: some Sequence<UInt16>) {
    codes.append(contentsOf: pattern)
    ends.append(codes.count)
  }

  /// Codes of the longest pattern, 0 if there is none.
  public var longest: Int {
    ends.indices.reduce(0) { max($0, ends[$1] - start($1)) }
  }

  /// The patterns in their order, of equal ones the first. O(total length + n log n).
  public func withoutRepeats() -> PatternList {
    let sorted = SortedPatterns(self, reversed: false)
    var isRepeat = [Bool](repeating: false, count: count)
    var first = count == 0 ? 0 : sorted.pattern(0)
    for place in 1..<max(count, 1) {
      if sorted.areEqual(place - 1, place) {
        // The sort may have put equal ones in any order.
        isRepeat[max(first, sorted.pattern(place))] = true
        first = min(first, sorted.pattern(place))
      } else {
        first = sorted.pattern(place)
      }
    }
    var list = PatternList()
    for index in 0..<count where !isRepeat[index] { list.append(self[index]) }
    return list
  }

  func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }
}

/// The patterns of a list in the order of their codes, written anew in that order.
struct SortedPatterns {
  private struct Key: BitwiseCopyable {
    /// The first four codes, the first of them highest, 0 where the pattern is shorter.
    var head: UInt64
    var pattern: UInt32
    var length: UInt32
  }

  private let keys: [Key]
  private let codes: [UInt16]
  private let starts: [UInt32]

  var count: Int { keys.count }

  init(_ list: PatternList, reversed: Bool) {
    var keys: [Key] = []
    keys.reserveCapacity(list.count)
    for index in 0..<list.count {
      let word = list[index]
      var head: UInt64 = 0
      for position in 0..<4 {
        var code: UInt16 = 0
        if position < word.count {
          code = word[reversed ? word.endIndex - 1 - position : word.startIndex + position]
        }
        head = head << 16 | UInt64(code)
      }
      keys.append(Key(head: head, pattern: UInt32(index), length: UInt32(word.count)))
    }
    keys.sort { first, second in
      if first.head != second.head { return first.head < second.head }
      let one = list[Int(first.pattern)]
      let two = list[Int(second.pattern)]
      return reversed
        ? one.reversed().lexicographicallyPrecedes(two.reversed())
        : one.lexicographicallyPrecedes(two)
    }
    var codes: [UInt16] = []
    var starts: [UInt32] = []
    codes.reserveCapacity(list.codes.count)
    starts.reserveCapacity(keys.count)
    for key in keys {
      starts.append(UInt32(codes.count))
      let word = list[Int(key.pattern)]
      if reversed { codes.append(contentsOf: word.reversed()) } else { codes += word }
    }
    self.keys = keys
    self.codes = codes
    self.starts = starts
  }

  /// The pattern that has this place in the order.
  func pattern(_ place: Int) -> Int { Int(keys[place].pattern) }

  func length(_ place: Int) -> Int { Int(keys[place].length) }

  /// The code at a position of the pattern that has this place.
  func code(_ place: Int, _ position: Int) -> UInt16 { codes[Int(starts[place]) + position] }

  /// Throws if two patterns have the same codes.
  func checkDistinct() throws(AutomatonBuilder.Failure) {
    for place in keys.indices.dropFirst() where areEqual(place - 1, place) {
      let pair = (pattern(place - 1), pattern(place))
      throw .duplicate(min(pair.0, pair.1), max(pair.0, pair.1))
    }
  }

  /// True if two places have the same codes.
  func areEqual(_ one: Int, _ other: Int) -> Bool {
    keys[one].head == keys[other].head && all(one) == all(other)
  }

  private func all(_ place: Int) -> ArraySlice<UInt16> {
    let start = Int(starts[place])
    return codes[start..<start + length(place)]
  }
}
