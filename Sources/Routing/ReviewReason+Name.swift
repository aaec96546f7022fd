public import Classifier

extension ReviewReasons {
  /// The names used in output, in order of the bits.
  public var names: [String] {
    Self.table.filter { contains($0.0) }.map(\.1)
  }

  private static let table: [(ReviewReasons, String)] = [
    (.noEvidence, "no-evidence"),
    (.lowScore, "low-score"),
    (.smallMargin, "small-margin"),
    (.dangerWithoutCategory, "danger-without-category"),
    (.dangerWithoutDispatch, "danger-without-dispatch"),
    (.outside, "place-outside"),
    (.ambiguousPlace, "place-ambiguous"),
    (.noUnit, "no-unit"),
    (.notInForce, "not-in-force"),
    (.possibleDanger, "possible-danger"),
  ]
}
