import Comparison
import Foundation

/// What `fenliu diff` says.
struct DiffReport {
  let pack: String
  let calls: CallTable
  let names: NameBook
  let edit: LexiconEdit
  /// How many calls were routed again; nil if all were.
  let touched: Int?
  let summary: ChangeSummary

  /// The report for a terminal: groups by kind, each with a few examples; a call that has been
  /// shown is not shown again.
  func text(examples: Int) -> String {
    var text = head
    var shown: Set<Int> = []
    for kind in ChangeKind.allCases {
      let groups = summary.groups.filter { $0.kind == kind }
      if groups.isEmpty { continue }
      text += "\n\(kind.name)\n"
      for group in groups {
        text += "  \(sentence(group))\(score(group))\n"
        for position in group.changes.filter({ !shown.contains($0) }).prefix(examples) {
          shown.insert(position)
          text += example(position)
        }
      }
    }
    return text
  }

  private var head: String {
    var text = "\(pack)：\(calls.indices.count) 条来电，\(summary.changes.count) 条的答案变了"
    switch edit {
    case .nothing: text += "（两边的表没有影响分流的差别）\n"
    case .rows where touched != nil:
      text += "（改动的词和规则只碰到 \(touched!) 条，其余不会变）\n"
    case .everything(let file) where !file.isEmpty: text += "（\(file) 变了，全部重算）\n"
    default: text += "（全部重算）\n"
    }
    if summary.changes.isEmpty { return text }
    if summary.unlabelled == summary.changes.count {
      return text + "来电没有标注，不知道改对还是改错；及格线只看有标注的来电\n"
    }
    text += "按标注：改对 \(summary.mendedCalls) 条，改错 \(summary.brokenCalls) 条"
    if !summary.emergenciesLost.isEmpty {
      text += "；\(summary.emergenciesLost.count) 条险情不再紧急，先看这些"
    }
    return text + "\n"
  }

  private func sentence(_ group: ChangeSummary.Group) -> String {
    let count = "\(group.changes.count) 条来电"
    switch group.kind {
    case .urgentLost: return "\(count)不再紧急"
    case .urgentGained: return "\(count)变为紧急"
    case .policeLost, .policeGained, .side: return "\(count)由 \(group.from) 改为 \(group.to)"
    case .unit: return "\(count)由 \(group.from) 改派 \(group.to)"
    case .category: return "\(count)的类别由 \(group.from) 改为 \(group.to)"
    case .township: return "\(count)的辖区由 \(group.from) 改为 \(group.to)"
    case .review: return group.from == "要复核" ? "\(count)不再要人工复核" : "\(count)新要人工复核"
    }
  }

  private func score(_ group: ChangeSummary.Group) -> String {
    group.mended + group.broken == 0 ? "" : "（改对 \(group.mended)，改错 \(group.broken)）"
  }

  /// One call: its text, and all that changed of it.
  private func example(_ position: Int) -> String {
    let change = summary.changes[position]
    let values = change.kinds.filter { $0 != .review }.map {
      "\(change.before.value($0, names)) → \(change.after.value($0, names))"
    }
    let all = values.isEmpty ? "" : "      \(values.joined(separator: "；"))\n"
    return "    \(calls.id(of: change.call))  \(shortened(calls.text(of: change.call)))\n" + all
  }

  private func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "……" : text
  }
}
