import Classifier

// Rules that never hold, and rules that say the same.

extension Lint {
  /// What must be in the text for a rule to hold, and what it then speaks of.
  private struct Meaning: Hashable {
    let all: [UInt16]
    let any: Set<UInt16>
    let none: Set<UInt16>
    let window: RuleRecord.Window
    let span: UInt16
    let kind: TargetKind
    let target: UInt16
    /// The order of `all` says something only where it has two.
    let inOrder: Bool

    init(_ rule: RuleSource) {
      inOrder = rule.inOrder && rule.all.count > 1
      all = inOrder ? rule.all : Set(rule.all).sorted()
      any = Set(rule.any)
      none = Set(rule.none)
      window = rule.window
      span = rule.span
      kind = rule.kind
      target = rule.target
    }
  }

  mutating func lintRules() {
    let filled = filledConcepts
    for rule in lexicon.rules { lint(rule, filled) }
    var first: [Meaning: RuleSource] = [:]
    let byPlace = lexicon.rules.sorted { ($0.row.file, $0.row.line) < ($1.row.file, $1.row.line) }
    for rule in byPlace {
      let meaning = Meaning(rule)
      if let other = first[meaning] { compare(rule, with: other) } else { first[meaning] = rule }
    }
  }

  private mutating func lint(_ rule: RuleSource, _ filled: [Bool]) {
    func names(_ concepts: [UInt16]) -> String {
      concepts.map { lexicon.vocabulary.concepts.ids[Int($0)] }.joined(separator: "、")
    }
    let banned = rule.all.filter(rule.none.contains)
    if !banned.isEmpty {
      error(.contradiction, rule.row, "all 和 none 都有 \(names(banned))，规则永远不成立；请删去其中一处")
    }
    if !rule.any.isEmpty, rule.any.allSatisfy(rule.none.contains) {
      error(.contradiction, rule.row, "any 的概念都在 none 里，规则永远不成立；请删去其中一处")
    }
    if rule.weight == 0 {
      warning(.deadRule, rule.row, "weight 是 0，规则不起作用；请写上权重或删去这一行")
    }
    let empty = { (concepts: [UInt16]) in concepts.filter { !filled[Int($0)] } }
    let missing = empty(rule.all)
    if !missing.isEmpty || !rule.any.isEmpty && empty(rule.any).count == rule.any.count {
      warning(
        .deadRule, rule.row,
        "概念 \(names(missing.isEmpty ? rule.any : missing)) 没有词也没有数字，规则永远不成立；请给它补词，或删去规则")
    } else if !empty(rule.any + rule.none).isEmpty {
      warning(
        .deadRule, rule.row,
        "概念 \(names(empty(rule.any + rule.none))) 没有词也没有数字，写在 any、none 里等于没写；请给它补词，或从规则里删去")
    }
    let spare = rule.any.filter(rule.all.contains)
    if !spare.isEmpty {
      warning(.deadRule, rule.row, "any 的 \(names(spare)) 已在 all 里，any 总是成立；请删去其中一处")
    }
  }

  private mutating func compare(_ rule: RuleSource, with other: RuleSource) {
    let place = "\(other.row.file):\(other.row.line) 的 \(other.id)"
    let weights = "\(other.row["weight"]) 与 \(rule.row["weight"])"
    let sum = "\(rule.weight + other.weight)"
    let merged = "并成一条，weight 写 \(sum.hasSuffix(".0") ? String(sum.dropLast(2)) : sum)"
    if rule.weight * other.weight < 0 {
      error(.contradiction, rule.row, "与 \(place) 条件、对象相同，权重一正一负（\(weights)）；请定一个，删去另一条")
    } else if rule.weight == other.weight {
      error(.double, rule.row, "与 \(place) 条件、对象、权重都相同，会加两次；请删去一条，要加两次就\(merged)")
    } else {
      warning(.double, rule.row, "与 \(place) 条件、对象相同，权重不同（\(weights)），两条都会加；请\(merged)")
    }
  }
}
