import Classifier
import Foundation
import Jurisdiction
import Routing

/// A decision in words, for people.
struct Explanation {
  private let call: String
  private let decision: Decision
  private let boundaries: Boundaries
  private let style: Style

  init(_ call: String, _ decision: Decision, _ boundaries: Boundaries, _ style: Style) {
    self.call = call
    self.decision = decision
    self.boundaries = boundaries
    self.style = style
  }

  var text: String {
    [header, scores, style.heading("边界") + "\n" + boundaries.text, duties, obligations]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var header: String {
    var table = TextTable()
    table.add(["来电", marked])
    var verdict = [decision.policing.chinese, decision.category.name, decision.intent.name]
    if decision.urgent { verdict.append(style.danger("紧急")) }
    if let level = decision.level { verdict.append("\(level)级") }
    verdict.append(String(format: "把握 %.0f%%", decision.confidence * 100))
    table.add(["结论", verdict.joined(separator: " · ")])
    var units = decision.lead.map { "\($0.unit.name)（\($0.role)）" } ?? "不派单"
    for co in decision.coUnits { units += "、\(co.unit.name)（\(co.role)）" }
    table.add(["单位", units])
    if !decision.notify.isEmpty {
      table.add([
        "告知", decision.notify.map { "\($0.unit.name)（\($0.role)）" }.joined(separator: "、"),
      ])
    }
    table.add(["辖区", place])
    if decision.review {
      table.add([
        "复核", decision.reviewReasons.map { Self.reasons[$0] ?? $0 }.joined(separator: "；"),
      ])
    }
    if let ask = decision.ask { table.add(["要问", style.heading(ask)]) }
    return table.text
  }

  /// The call with its matches in brackets.
  private var marked: String {
    let bytes = Array(call.utf8)
    var marks: [(range: Range<Int>, isDanger: Bool)] = []
    for piece in decision.evidence
    where piece.origin == .term && piece.effect != 0 && !piece.target.hasPrefix("%")
      && !piece.target.hasPrefix("=")
    {
      let isDanger = piece.target.hasPrefix("!")
      if let last = marks.indices.last, marks[last].range.upperBound > piece.range.lowerBound {
        marks[last].range =
          marks[last].range
          .lowerBound..<max(
            marks[last].range.upperBound, piece.range.upperBound)
        marks[last].isDanger = marks[last].isDanger || isDanger
      } else {
        marks.append((piece.range, isDanger))
      }
    }
    var result = ""
    var position = 0
    for mark in marks {
      result += String(decoding: bytes[position..<mark.range.lowerBound], as: UTF8.self)
      let part = "【" + String(decoding: bytes[mark.range], as: UTF8.self) + "】"
      result += mark.isDanger ? style.danger(part) : style.category(part)
      position = mark.range.upperBound
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }

  private var place: String {
    let place = decision.jurisdiction
    switch place.status.name {
    case "resolved":
      return [place.township?.name, place.village?.name].compactMap(\.self).joined(separator: " ")
        + heard
    case "ambiguous":
      return "不能确定：" + place.candidates.map(\.name).joined(separator: "、") + heard
    case "outside": return "在本县以外"
    default: return "没有说到地点"
    }
  }

  /// The words that only sound like the place, if it rests on them: （“批沙镇”听起来像“披砂镇”）.
  private var heard: String {
    let context = Decision.Evidence.homophoneContext
    guard let piece = decision.evidence.first(where: { $0.context == context }) else { return "" }
    let said = String(decoding: Array(call.utf8)[piece.range], as: UTF8.self)
    return said.isEmpty ? "" : "（“\(said)”听起来像“\(piece.term)”）"
  }

  /// Each score as a sum of its pieces.
  private var scores: String {
    var table = TextTable(rightAligned: [1])
    let shown = [decision.category] + decision.alternatives
    for category in shown {
      let pieces = decision.evidence.filter { $0.target == category.id && $0.effect != 0 }
      // What no piece shows: the many small mined terms, what speaks for the whole side, and
      // what `lexicon_reach` cuts off.
      let rest = category.score - pieces.reduce(0) { $0 + $1.effect }
      let small = abs(rest) < 0.05 ? "" : "  \(signed(rest)) 其余训练词、倾向和封顶"
      table.add([category.name, String(format: "%.1f", category.score), "= " + sum(pieces) + small])
    }
    let dangers = decision.evidence.filter { $0.target.hasPrefix("!") && $0.effect != 0 }
    if !dangers.isEmpty {
      table.add([
        style.danger("危险"), String(format: "%.1f", dangers.reduce(0) { $0 + $1.effect }),
        "= " + sum(dangers),
      ])
    }
    let sides = decision.evidence.filter { $0.target.hasPrefix("%") && $0.effect != 0 }
    if !sides.isEmpty {
      table.add([
        "警务倾向", "",
        sides.map { "\($0.target.dropFirst()) \(signed($0.effect)) \($0.term)" }.joined(
          separator: "  "),
      ])
    }
    return style.heading("得分") + "\n" + table.text
  }

  private func sum(_ pieces: [Decision.Evidence]) -> String {
    pieces.map { piece in
      let context = piece.context == "asserted" ? "" : style.faint("(\(piece.context))")
      return "\(signed(piece.effect)) \(piece.origin.chinese)\(piece.term)\(context)"
    }.joined(separator: "  ")
  }

  private func signed(_ value: Double) -> String {
    (value < 0 ? "−" : "+") + String(format: "%.1f", abs(value))
  }

  private var duties: String {
    guard !decision.basis.isEmpty else { return "" }
    var table = TextTable()
    for citation in decision.basis { table.add([citation.rule, citation.section]) }
    return style.heading("依据") + "（\(decision.basis[0].document)）\n" + table.text
  }

  private var obligations: String {
    guard !decision.obligations.isEmpty else { return "" }
    var table = TextTable()
    for item in decision.obligations {
      table.add([
        item.owner, item.action, item.within ?? "未定时限", "自\(item.from)起", item.condition ?? "",
        item.due.map { "至 \($0)" } ?? item.dueReason.map { Self.dueReasons[$0] ?? $0 } ?? "",
        item.basis,
      ])
    }
    return style.heading("义务") + "\n" + table.text
  }

  private static let reasons = [
    "no-evidence": "没有任何词说明类别", "low-score": "得分低", "small-margin": "与第二名接近",
    "danger-without-category": "只凭危险定类", "danger-without-dispatch": "不派单的类别里有危险",
    "place-outside": "地点在辖区外", "place-ambiguous": "地点不能确定", "no-unit": "方案里没有承办单位",
    "not-in-force": "来电那天方案不在施行期", "possible-danger": "离紧急只差一点",
  ]

  private static let dueReasons = ["outside-calendar": "截止日算不出：工作日历没有录那一年"]
}

extension Contribution.Origin {
  /// What stands before the term of a piece.
  var chinese: String {
    switch self {
    case .term: ""
    case .rule: "规则 "
    case .presumption: "推定 "
    case .mined: "训练 "
    }
  }
}

extension Policing {
  var chinese: String {
    switch self {
    case .police: "警务"
    case .nonPolice: "非警务"
    case .joint: "警务与单位联合"
    case .none: "不派警"
    }
  }
}
