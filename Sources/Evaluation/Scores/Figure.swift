/// What a run is measured by. Each counts some of the calls, and of these the right ones.
public enum Figure: Int, CaseIterable, Sendable {
  case policing, top1, top3, unit, urgentRecall, urgentPrecision, township, place, review
  case emergencies, quiet, calmFlagged, pairs

  /// The name `--min` and `--max` take.
  public var key: String {
    switch self {
    case .policing: "policing"
    case .top1: "top1"
    case .top3: "top3"
    case .unit: "unit"
    case .urgentRecall: "urgent-recall"
    case .urgentPrecision: "urgent-precision"
    case .township: "township"
    case .place: "place"
    case .review: "review"
    case .emergencies: "emergencies"
    case .quiet: "quiet"
    case .calmFlagged: "calm-flagged"
    case .pairs: "pairs"
    }
  }

  public var name: String {
    switch self {
    case .policing: "警务属性"
    case .top1: "类别（首选）"
    case .top3: "类别（前三）"
    case .unit: "主办单位"
    case .urgentRecall: "紧急：召回"
    case .urgentPrecision: "紧急：精确"
    case .township: "乡镇"
    case .place: "地点状态"
    case .review: "需人工复核"
    case .emergencies: "险情：看出紧急"
    case .quiet: "无危险词的险情：看出紧急"
    case .calmFlagged: "像险情的平常事：误报紧急"
    case .pairs: "只差几个字的对子：两句都对"
    }
  }

  /// True for shares of something unwanted.
  public var isBetterLow: Bool { self == .review || self == .calmFlagged }

  /// What a call is listed under whose answer fails here; nil where that is no mistake of its own.
  public var mistake: String? {
    switch self {
    case .policing: "policing"
    case .top1: "category"
    case .top3: "top3"
    case .unit: "unit"
    case .urgentRecall: "urgent"
    case .urgentPrecision: "not-urgent"
    case .township: "township"
    case .place: "place"
    case .review, .emergencies, .quiet, .calmFlagged, .pairs: nil
    }
  }

  /// The key of a figure, by name.
  public init?(key: String) {
    guard let found = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = found
  }
}
