/// What a new table of mined terms has otherwise than the old one.
public struct MinedDiff: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case added, dropped, changed
  }

  /// A text with the target whose weight moved most.
  public struct Change: Sendable {
    public var kind: Kind
    public var text: String
    public var target: String
    public var before: Float
    public var after: Float

    public var distance: Float { abs(after - before) }
  }

  /// The greatest change first, of equal ones by text. Rows that weigh the same are not listed.
  public let changes: [Change]

  /// Time O(rows + changes × log changes).
  public init(from old: [MinedRow], to new: [MinedRow]) {
    let before = Dictionary(old.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [Change] = []
    for text in Set(before.keys).union(after.keys) {
      let kind: Kind = before[text] == nil ? .added : after[text] == nil ? .dropped : .changed
      let old = Self.weights(before[text])
      let new = Self.weights(after[text])
      let targets = Set(old.keys).union(new.keys).sorted()
      let moves = targets.map { target in
        Change(
          kind: kind, text: text, target: target, before: old[target] ?? 0, after: new[target] ?? 0)
      }
      // A row without weights still adds to the length of a text, so it is named.
      let none = Change(kind: kind, text: text, target: "", before: 0, after: 0)
      let greatest = moves.reduce(none) { $1.distance > $0.distance ? $1 : $0 }
      if kind != .changed || greatest.distance > 0 { changes.append(greatest) }
    }
    self.changes = changes.sorted { ($1.distance, $0.text) < ($0.distance, $1.text) }
  }

  public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }

  private static func weights(_ row: MinedRow?) -> [String: Float] {
    Dictionary(
      row?.parts.map { (String($0.target), $0.weight) } ?? [],
      uniquingKeysWith: { first, _ in first })
  }
}
