/// A row for a table, with what speaks for it.
public struct Proposal: Sendable, Equatable {
  public enum Table: String, Sendable, CaseIterable {
    case terms, exclusions, rules

    /// The columns of the table, as `lexicons/README.md` has them.
    public var columns: [String] {
      switch self {
      case .terms: ["term", "target", "weight", "kind", "note"]
      case .exclusions: ["text", "target", "note"]
      case .rules: ["id", "target", "weight", "all", "any", "none", "window", "order", "note"]
      }
    }
  }

  public var table: Table
  public var target: MiningTarget
  public var weight: Double
  /// The term, the text that is excluded, or the concepts of the rule.
  public var texts: [String]
  /// For an exclusion: the term that fires wrongly.
  public var inner: String?
  public var evidence: Contingency
  /// The bound on the share of false discoveries among proposals as good as this.
  public var q: Double
  /// Calls that hold it, ascending: no other can change.
  public var calls: [Int]
  /// Matches of it in all calls.
  public var hits: Int
  /// What routing the calls again with this row added shows; empty before the trial.
  public var trial = Trial()

  public struct Trial: Sendable, Equatable {
    /// Calls in which something that was wrong is right and nothing that was right is wrong.
    public var fixed: [Int] = []
    /// Calls in which something that was right is wrong.
    public var broken: [Int] = []
    /// Labelled emergencies that are no longer urgent.
    public var emergenciesLost = 0

    /// Fixed less broken.
    public var gain: Int { fixed.count - broken.count }
  }

  /// The cells of the row without the note; `number` makes a rule's id.
  public func cells(id: String) -> [String] {
    let weight = weight == weight.rounded() ? String(Int(weight)) : String(weight)
    switch table {
    case .terms: return [texts[0], target.cell, weight, "spoken"]
    case .exclusions: return [texts[0], target.cell]
    case .rules:
      return [id, target.cell, weight, texts.joined(separator: " "), "", "", "clause", "any"]
    }
  }
}
