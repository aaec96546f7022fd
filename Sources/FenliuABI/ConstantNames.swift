import CFenliu

/// What JSON calls the constants of the header, in their order. `ConstantTests` holds them against
/// the library's own names.
enum ConstantNames {
  static let policing: [StaticString] = ["police", "non-police", "joint", "none"]
  static let intents: [StaticString] = ["报警", "求助", "投诉", "举报", "咨询", "建议"]
  static let placeStatuses: [StaticString] = ["resolved", "ambiguous", "outside", "none"]
  static let reviewReasons: [StaticString] = [
    "no-evidence", "low-score", "small-margin", "danger-without-category",
    "danger-without-dispatch", "place-outside", "place-ambiguous", "no-unit", "not-in-force",
    "possible-danger",
  ]

  static func of(_ table: Int32) -> [StaticString]? {
    switch table {
    case FENLIU_TABLE_POLICING: policing
    case FENLIU_TABLE_INTENTS: intents
    case FENLIU_TABLE_PLACE_STATUSES: placeStatuses
    case FENLIU_TABLE_REVIEW_REASONS: reviewReasons
    default: nil
    }
  }
}
