/// All changes of a run, grouped by what changed and from what to what.
///
/// A call stands in every group that its change belongs to.
public struct ChangeSummary: Sendable {
  /// Calls with one kind of change from one value to one other.
  public struct Group: Sendable, Equatable {
    public var kind: ChangeKind
    public var from: String
    public var to: String
    /// Positions in the list of changes, in order of the calls.
    public var changes: [Int]
    /// Calls that were wrong in this and are right now.
    public var mended: Int
    /// Calls that were right in this and are wrong now.
    public var broken: Int
  }

  public let changes: [Change]
  /// The most dangerous kind first, in it the largest group first.
  public let groups: [Group]
  /// Labelled emergencies that are no longer urgent: positions in `changes`.
  public let emergenciesLost: [Int]
  /// Calls in which something that was right is wrong now.
  public let brokenCalls: Int
  /// Calls in which something that was wrong is right now.
  public let mendedCalls: Int
  /// Changed calls without a label.
  public let unlabelled: Int

  /// O(changes).
  public init(_ changes: [Change], calls: CallTable, names: NameBook) {
    struct Key: Hashable {
      var kind: ChangeKind
      var from: String
      var to: String
    }
    var groups: [Key: Group] = [:]
    var (lost, broken, mended, unlabelled): ([Int], Int, Int, Int) = ([], 0, 0, 0)
    for (position, change) in changes.enumerated() {
      let label = calls.label(of: change.call)
      if label == nil { unlabelled += 1 }
      if let label, label.urgent, change.before.urgent, !change.after.urgent {
        lost.append(position)
      }
      for kind in change.kinds {
        let (from, to) = (change.before.value(kind, names), change.after.value(kind, names))
        let key = Key(kind: kind, from: from, to: to)
        var group =
          groups[key]
          ?? Group(kind: kind, from: from, to: to, changes: [], mended: 0, broken: 0)
        group.changes.append(position)
        if let label, let was = change.before.isRight(kind, by: label, names),
          let isNow = change.after.isRight(kind, by: label, names), was != isNow
        {
          if isNow { group.mended += 1 } else { group.broken += 1 }
        }
        groups[key] = group
      }
      let effect = label.map { change.effect(by: $0, names) }
      if effect?.broken == true { broken += 1 }
      if effect?.mended == true { mended += 1 }
    }
    self.changes = changes
    self.groups = groups.values.sorted {
      ($0.kind.rank, -$0.changes.count, $0.from, $0.to)
        < ($1.kind.rank, -$1.changes.count, $1.from, $1.to)
    }
    emergenciesLost = lost
    brokenCalls = broken
    mendedCalls = mended
    self.unlabelled = unlabelled
  }
}
