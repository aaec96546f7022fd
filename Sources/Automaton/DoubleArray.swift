/// One slot of the double array: `label` (16 bits) tells through which code the state is reached,
/// `base` (24) where its children begin, `value` (24) which outputs end here.
///
/// Each base belongs to one state only, so that the label alone is the check.
@frozen
public struct Slot: BitwiseCopyable, Sendable {
  public var bits: UInt64

  public static let maximum = 1 << 24
  /// The label of an empty slot; no code equals it.
  static let vacant = Slot(label: 0xFFFF, base: 0, value: 0)

  @inlinable
  public init(label: UInt16, base: Int, value: Int) {
    bits = UInt64(label) << 48 | UInt64(base) << 24 | UInt64(value)
  }

  init(bits: UInt64) { self.bits = bits }

  @inlinable public var label: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }
  @inlinable public var base: Int { Int(truncatingIfNeeded: (bits >> 24) & 0xFF_FFFF) }
  @inlinable public var value: Int { Int(truncatingIfNeeded: bits & 0xFF_FFFF) }
}

/// A pattern that ends in a state, and the next shorter one that ends there too.
@frozen
public struct MatchOutput: BitwiseCopyable, Sendable {
  public var pattern: UInt32
  /// Length of the pattern in codes.
  public var length: UInt32
  /// Index of the next output of the chain, 0 at its end.
  public var next: UInt32

  public init(pattern: UInt32, length: UInt32, next: UInt32) {
    self.pattern = pattern
    self.length = length
    self.next = next
  }
}

/// One match: which pattern, and which codes it covers.
@frozen
public struct Hit: BitwiseCopyable, Sendable, Hashable {
  /// Index of the first code.
  public var start: UInt32
  /// Index after the last code.
  public var end: UInt32
  public var pattern: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32, pattern: UInt32) {
    self.start = start
    self.end = end
    self.pattern = pattern
  }
}
