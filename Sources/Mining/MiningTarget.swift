import Comparison

/// What a proposal speaks for.
public enum MiningTarget: Sendable, Hashable, Comparable {
  case category(String)
  case danger(String)

  /// As tables write it.
  public var cell: String {
    switch self {
    case .category(let id): id
    case .danger(let id): "!" + id
    }
  }

  public static func < (first: Self, second: Self) -> Bool { first.cell < second.cell }
}

/// The kind of call that words are mined for.
enum MiningClass: Hashable {
  case category(String)
  /// Emergencies, of whatever kind.
  case urgent

  func holds(_ label: CallLabel) -> Bool {
    switch self {
    case .category(let id): label.categories.contains(id)
    case .urgent: label.urgent
    }
  }
}
