/// A set of small numbers that a scratch owns, a bit each.
public struct BitSet: ~Copyable {
  @usableFromInline var words: Buffer<UInt64>

  /// An empty set of numbers below `count`.
  public init(count: Int) {
    words = Buffer(capacity: count / 64 + 1)
    words.fill(count: count / 64 + 1, with: 0)
  }

  /// Adds a number. False if it was there. O(1).
  @inlinable
  public mutating func insert(_ number: Int) -> Bool {
    let place = number &>> 6
    precondition(UInt(bitPattern: place) < UInt(bitPattern: words.count), "number out of range")
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: number & 63)
    let word = unsafe words[unchecked: place]
    unsafe words[unchecked: place] = word | bit
    return word & bit == 0
  }

  /// True if a number is there. O(1).
  @inlinable
  public func contains(_ number: Int) -> Bool {
    words[number &>> 6] & (1 &<< UInt64(truncatingIfNeeded: number & 63)) != 0
  }

  /// Takes a number away, with its neighbours: for sets that are emptied number by number. O(1).
  @inlinable
  public mutating func remove(_ number: Int) { words[number &>> 6] = 0 }

  /// Empties the set. O(count / 64).
  @inlinable
  public mutating func removeAll() { words.fill(count: words.count, with: 0) }
}
