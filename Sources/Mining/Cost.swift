/// What a row costs when calls are routed.
public enum Cost {
  /// Nanoseconds that one more match takes: the training batches by `bench` took 40.4 µs a call
  /// (p50) with twenty more matches a call against 39.1 µs (2026-11-22, one core of a Xeon at
  /// 2.5 GHz, busy). A rough estimate for any other machine and row.
  public static let nanosecondsAHit = 60.0

  /// Nanoseconds a call that a row adds on average: its matches, as often as in these calls.
  public static func nanosecondsACall(_ proposal: Proposal, calls: Int) -> Double {
    Double(proposal.hits) / Double(calls) * nanosecondsAHit
  }
}
