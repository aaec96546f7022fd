/// What a call should be, as its row says.
public struct CallLabel: Sendable, Equatable {
  /// Nil where cities differ on the side: no answer is wrong then.
  public var policing: String?
  /// Ids that count as right, the label first.
  public var categories: [String]
  /// Lead units that count as right, `""` for nobody; empty where the table doesn't say.
  public var units: [String]
  public var urgent: Bool
  /// Nil where the table doesn't say.
  public var place: String?
  /// Name of the township, if the label names one.
  public var township: String?
}

extension CallTable {
  /// The label of a call; nil if its file has none.
  public func label(of index: Int) -> CallLabel? {
    guard let policing = cell("policing", of: index), let category = cell("category", of: index),
      let urgent = cell("urgent", of: index), !category.isEmpty
    else { return nil }
    func list(_ column: String) -> [String] {
      (cell(column, of: index) ?? "").split(separator: ";").map(String.init)
    }
    func filled(_ column: String) -> String? {
      cell(column, of: index).flatMap { $0.isEmpty ? nil : $0 }
    }
    return CallLabel(
      policing: cell("ambiguous", of: index) == "1" ? nil : policing,
      categories: [category] + list("category_alt"),
      // Nobody leads: 不派单 for calls without dispatch, 无 where no unit of the plan owns it.
      units: ((filled("unit").map { [$0] } ?? []) + list("unit_alt")).map {
        ["不派单", "无"].contains($0) ? "" : $0
      },
      urgent: urgent == "1", place: filled("place"), township: filled("township"))
  }
}
