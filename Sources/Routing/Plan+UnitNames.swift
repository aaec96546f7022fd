import Pack

/// A name that no unit of the plan bears.
public struct UnknownUnit: Error, Sendable, Equatable, CustomStringConvertible {
  public var name: String
  /// Names of the plan's units.
  public var units: [String]

  public var description: String {
    "没有单位“\(name)”；方案里的单位：\(units.joined(separator: "、"))（也可写别名或 id）"
  }
}

extension Plan {
  /// Indices of the units a name stands for: by name or id one, by alias perhaps several, since
  /// one unit of today may have taken over several of the plan's. O(units + aliases).
  public func units(named name: String) -> [Int] {
    if let index = units.indices.first(where: {
      strings[units[$0].name] == name || strings[units[$0].id] == name
    }) {
      return [index]
    }
    return unitAliases.indices.filter { strings[unitAliases[$0].name] == name }
      .map { Int(unitAliases[$0].unit) }
  }

  /// The ids of the units that refused, and the refusals by the units' names, each unit once.
  /// O(refusals × (units + aliases)).
  public func resolve(
    _ refusals: [Refusal]
  ) throws(UnknownUnit) -> (ids: Set<String>, refusals: [Refusal]) {
    var ids: Set<String> = []
    var resolved: [Refusal] = []
    for refusal in refusals {
      let found = units(named: refusal.unit)
      if found.isEmpty {
        throw UnknownUnit(name: refusal.unit, units: units.indices.map { strings[units[$0].name] })
      }
      for index in found where ids.insert(strings[units[index].id]).inserted {
        resolved.append(Refusal(unit: strings[units[index].name], reason: refusal.reason))
      }
    }
    return (ids, resolved)
  }
}
