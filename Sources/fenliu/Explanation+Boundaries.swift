import Classifier
import Foundation
import Jurisdiction
import Routing

extension Boundaries {
  /// The words on which the decision hangs, a line each, and how far off another one is.
  var text: String {
    var table = TextTable()
    for word in words { table.add(["去掉“\(word.text)”", changes(to: word.becomes)]) }
    if words.isEmpty {
      table.add([
        routes == 0 ? "没有可以去掉来试的词" : "试了 \(routes) 个词，单去掉哪一个结论都不变"
      ])
    }
    return table.text + distances + "\n"
  }

  /// 紧急 → 不紧急；警务 → 非警务; only what changes.
  private func changes(to other: Outcome) -> String {
    func urgency(_ outcome: Outcome) -> String { outcome.urgent ? "紧急" : "不紧急" }
    func lead(_ outcome: Outcome) -> String { outcome.lead ?? "不派单" }
    return [
      (urgency(outcome), urgency(other)), (outcome.policing.chinese, other.policing.chinese),
      (outcome.categoryName, other.categoryName), (lead(outcome), lead(other)),
      (Self.place(outcome), Self.place(other)),
    ]
    .filter { $0.0 != $0.1 }.map { "\($0.0) → \($0.1)" }.joined(separator: "；")
  }

  private static func place(_ outcome: Outcome) -> String {
    switch outcome.place {
    case .resolved: outcome.township ?? ""
    case .ambiguous: "地点不能确定"
    case .outside: "本县以外"
    case .none: "没有地点"
    }
  }

  private var distances: String {
    let bar =
      urgency < 0
      ? String(format: "离紧急还差 %.1f 分", -urgency) : String(format: "超过紧急的界线 %.1f 分", urgency)
    guard let second else { return bar }
    if behind < 0 {
      return String(format: "“\(second.name)”多 %.1f 分，但在警务分界的另一边；", -behind) + bar
    }
    return String(format: "第二名“\(second.name)”差 %.1f 分；", behind) + bar
  }
}
