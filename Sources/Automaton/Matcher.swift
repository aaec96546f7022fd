public import Pack

/// Whichever way suits a set of patterns; both find the same, in the same order.
public enum Matcher: Sendable {
  /// For patterns of at most `RestartWalk.reach` codes.
  case walk(RestartWalk)
  case automaton(Automaton)

  /// Appends all matches to `hits`, ordered by end, longest first where several end together.
  public func scan(_ codes: Table<UInt16>, into hits: inout Buffer<Hit>) {
    switch self {
    case .walk(let walk): walk.scan(codes, into: &hits)
    case .automaton(let automaton): automaton.scan(codes, into: &hits)
    }
  }
}
