/// Counts answers and labels of each class, and which are taken for which.
public struct ClassTable: Sendable {
  /// Calls of one class answered as another.
  public struct Confusion: Sendable, Equatable {
    public var label: String
    public var answer: String
    public var count: Int
  }

  private var answered: [String: Int] = [:]
  private var labelled: [String: Int] = [:]
  private var cells: [String: [String: Int]] = [:]

  public init() {}

  /// By category; a call counts under its label or the accepted answer.
  public static func categories(_ outcomes: [Outcome]) -> ClassTable {
    var table = ClassTable()
    for outcome in outcomes { table.count(answer: outcome.answer.category, label: outcome.label) }
    return table
  }

  /// By side; without the calls on which cities differ.
  public static func policing(_ outcomes: [Outcome]) -> ClassTable {
    var table = ClassTable()
    for outcome in outcomes where !outcome.call.isAmbiguous {
      table.count(answer: outcome.answer.policing, label: outcome.call.policing)
    }
    return table
  }

  mutating func count(answer: String, label: String) {
    answered[answer, default: 0] += 1
    labelled[label, default: 0] += 1
    cells[label, default: [:]][answer, default: 0] += 1
  }

  public var classes: [String] { Set(labelled.keys).union(answered.keys).sorted() }

  public func count(label: String, answer: String) -> Int { cells[label]?[answer] ?? 0 }

  public func precision(_ name: String) -> Rate {
    Rate(right: count(label: name, answer: name), total: answered[name] ?? 0)
  }

  public func recall(_ name: String) -> Rate {
    Rate(right: count(label: name, answer: name), total: labelled[name] ?? 0)
  }

  /// Harmonic mean of precision and recall: 2·right ⁄ (answered + labelled).
  public func f1(_ name: String) -> Double? {
    let total = (answered[name] ?? 0) + (labelled[name] ?? 0)
    return total == 0 ? nil : 2 * Double(count(label: name, answer: name)) / Double(total)
  }

  /// Mean F1 of the classes that labels name: rare classes weigh as much as common ones.
  public var macroF1: Double? {
    let values = labelled.keys.sorted().compactMap(f1)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// What is taken for what, commonest first, then by name.
  public var confusions: [Confusion] {
    cells.flatMap { label, row in
      row.compactMap { answer, count in
        answer == label ? nil : Confusion(label: label, answer: answer, count: count)
      }
    }.sorted { ($1.count, $0.label, $0.answer) < ($0.count, $1.label, $1.answer) }
  }
}
