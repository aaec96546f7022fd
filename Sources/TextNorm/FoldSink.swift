/// What takes folded text. Make it a struct over memory of your own: the folding functions are
/// specialised for it.
public protocol FoldSink {
  /// One folded scalar and the source bytes `start..<end` it stands for. Starts never decrease. Where
  /// several scalars fold together, or one folds to several, each carries the span of them all.
  mutating func emit(_ scalar: UInt32, start: UInt32, end: UInt32)
}

/// A folded scalar and the source bytes `start..<end` it stands for.
public struct FoldedScalar: Sendable, Hashable {
  public var scalar: UInt32
  public var start: Int
  public var end: Int

  @inlinable
  public init(scalar: UInt32, start: Int, end: Int) {
    self.scalar = scalar
    self.start = start
    self.end = end
  }
}

extension FoldedScalar: CustomStringConvertible {
  public var description: String {
    let character = Unicode.Scalar(scalar).map { String(Character($0)) } ?? "?"
    return "\(character)@\(start)..<\(end)"
  }
}
