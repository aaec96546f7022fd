/// Most terms weigh on most targets, whose names would fill a table: numbers alone are for the targets
/// at their places in the row `*`.
extension MinedRow {
  /// The targets that the row names, in its order.
  public var targets: [Substring] { parts.map(\.target) }

  /// The row with numbers alone, or itself where names are shorter or needed.
  public func byPlace(in targets: [Substring]) -> MinedRow {
    let parts = parts
    guard parts.count * 3 > targets.count else { return self }
    var numbers = [String](repeating: "0", count: targets.count)
    var place = 0
    for part in parts {
      // A fit names targets in the order of its row `*`.
      guard let found = targets[place...].firstIndex(of: part.target) else { return self }
      place = found
      // A pack keeps eighths of what is said of categories, and finer steps of the rest.
      let isCategory = part.target.first?.isLetter ?? false
      numbers[place] = Self.shortest(part.weight, places: isCategory ? 1 : 2)
    }
    while numbers.last == "0" { numbers.removeLast() }
    return MinedRow(text: text, rarity: rarity, weights: numbers.joined(separator: " "))
  }

  /// The row with a name to each weight that is not zero.
  public func byName(in targets: [Substring]) -> MinedRow {
    let words = weights.split(separator: " ").enumerated().compactMap { place, word in
      if word.contains(":") || place >= targets.count { return String(word) }
      return Float(word) == 0 ? nil : "\(targets[place]):\(word)"
    }
    return MinedRow(text: text, rarity: rarity, weights: words.joined(separator: " "))
  }

  /// A number like -.5, 1.2 or 3.
  private static func shortest(_ value: Float, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let steps = Int((value * Float(scale)).rounded())
    guard steps != 0 else { return "0" }
    var digits = String(abs(steps) % scale)
    while digits.utf8.count < places { digits = "0" + digits }
    while digits.last == "0" { digits.removeLast() }
    let whole = abs(steps) / scale
    return (steps < 0 ? "-" : "") + (whole == 0 ? "" : String(whole))
      + (digits.isEmpty ? "" : "." + digits)
  }
}
