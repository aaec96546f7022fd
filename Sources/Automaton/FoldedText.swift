public import Pack

/// A text as dense codes, each with the span of source bytes it stands for.
///
/// Owned by the caller and reused: after the longest text so far nothing is allocated.
public struct FoldedText: ~Copyable {
  /// Dense codes, see `Alphabet`.
  public var codes = Buffer<UInt16>(capacity: 512)
  /// First source byte of each code.
  public var starts = Buffer<UInt32>(capacity: 512)
  /// Source byte after each code.
  public var ends = Buffer<UInt32>(capacity: 512)
  /// Where clauses and sentences end, in order.
  public var breaks = Buffer<TextBreak>(capacity: 64)

  /// True if `ends` and `breaks` stay empty: enough to say where a keyword begins, and faster.
  public let isLean: Bool

  public init(lean: Bool = false) { isLean = lean }

  /// Number of codes.
  public var count: Int { codes.count }

  mutating func removeAll() {
    codes.removeAll()
    starts.removeAll()
    ends.removeAll()
    breaks.removeAll()
  }

  @inline(__always)
  mutating func append(_ code: UInt16, _ start: Int, _ end: Int) {
    codes.append(code)
    starts.append(UInt32(truncatingIfNeeded: start))
    if isLean { return }
    ends.append(UInt32(truncatingIfNeeded: end))
  }

  /// Takes back the last code, and the break it may have made.
  mutating func removeLast() {
    codes.removeLast()
    starts.removeLast()
    if isLean { return }
    ends.removeLast()
    while breaks.count > 0, Int(breaks[breaks.count - 1].position) > codes.count {
      breaks.removeLast()
    }
  }

  mutating func appendBreak(after code: UInt16) {
    appendBreak(code == Alphabet.sentenceBreak ? .sentence : .clause)
  }

  /// Notes that a clause or sentence ends before the code that comes next.
  mutating func appendBreak(_ strength: TextBreak.Strength) {
    if isLean { return }
    breaks.append(TextBreak(position: UInt32(codes.count), strength: strength))
  }
}

/// The end of a clause or sentence.
@frozen
public struct TextBreak: BitwiseCopyable, Sendable {
  @frozen
  public enum Strength: UInt32, BitwiseCopyable, Sendable { case clause, sentence }

  /// Index of the first code after the break.
  public var position: UInt32
  public var strength: Strength

  public init(position: UInt32, strength: Strength) {
    self.position = position
    self.strength = strength
  }
}
