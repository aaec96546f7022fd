public import Pack

/// Whichever way suits a set of patterns; all find the same, in the same order.
public enum Matcher: Sendable {
  /// For patterns of at most two codes.
  case pairs(PairTable)
  /// For patterns of at most `RestartWalk.reach` codes.
  case walk(RestartWalk)
  case automaton(Automaton)

  /// Appends all matches to `hits`, ordered by end, longest first where several end together.
  public func scan(_ codes: Table<UInt16>, into hits: inout Buffer<Hit>) {
    switch self {
    case .pairs(let pairs): pairs.scan(codes, into: &hits)
    case .walk(let walk): walk.scan(codes, into: &hits)
    case .automaton(let automaton): automaton.scan(codes, into: &hits)
    }
  }
}
