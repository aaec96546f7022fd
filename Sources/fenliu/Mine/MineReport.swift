import Comparison
import Foundation
import Mining

/// What `fenliu mine` proposes, as rows and in words.
struct MineReport {
  let corpus: MiningCorpus
  let proposals: [Proposal]
  /// Ids for the rules, in order.
  let ruleIDs: [String]

  /// The rows, table by table, each under its header.
  var tables: String {
    var text = ""
    var ids = ruleIDs.makeIterator()
    for table in Proposal.Table.allCases {
      let rows = proposals.filter { $0.table == table }
      if rows.isEmpty { continue }
      text += "# 挑中的行粘到 lexicons/base/\(table.rawValue)/ 里合适的表\n"
      text += table.columns.joined(separator: "\t") + "\n"
      for row in rows {
        let id = table == .rules ? ids.next()! : ""
        text += (row.cells(id: id) + [note(row)]).joined(separator: "\t") + "\n"
      }
    }
    return text
  }

  private func note(_ row: Proposal) -> String {
    let evidence = row.evidence
    let about =
      row.inner.map { "“\($0)”在这里是误中，\(evidence.holding) 条来电都不是" }
      ?? "\(evidence.holding) 条来电里有，\(evidence.both) 条是"
    let concepts = row.table == .rules ? "\(words(row))；" : ""
    return [
      "挖：\(concepts)\(about)", "G² \(String(format: "%.1f", evidence.logLikelihoodRatio))",
      "q \(String(format: "%.1e", row.q))", "改对 \(list(row.trial.fixed))",
      "改错 \(list(row.trial.broken))",
      "每来电约多 \(String(format: "%.2f", Cost.nanosecondsACall(row, calls: corpus.count))) 纳秒（估算）",
    ].joined(separator: "；")
  }

  private func list(_ calls: [Int]) -> String {
    if calls.isEmpty { return "0" }
    let ids = calls.prefix(5).map { corpus.calls.id(of: $0) }.joined(separator: " ")
    return "\(calls.count)（\(ids)\(calls.count > 5 ? " 等" : "")）"
  }

  /// The same in words, for the terminal.
  var summary: String {
    let wrong = corpus.wrongCount
    let head = "\(corpus.count) 条来电，现在有 \(wrong) 条的类别、警务属性或紧急与否答错。\n"
    if proposals.isEmpty {
      return head + "没有找到该补的行；可以调低 --min-support、调高 --fdr、去掉 --errors-only，或多给些来电。"
    }
    var table = TextTable(rightAligned: [2, 3, 4, 5])
    table.add(["提议", "对象", "有它的来电", "其中属于", "改对", "改错"])
    for row in proposals {
      table.add([
        name(row), row.target.cell, String(row.evidence.holding),
        row.table == .exclusions ? "0" : String(row.evidence.both), String(row.trial.fixed.count),
        String(row.trial.broken.count),
      ])
    }
    let fixed = Set(proposals.flatMap(\.trial.fixed)).count
    let broken = Set(proposals.flatMap(\.trial.broken)).count
    return head + table.text
      + "各行分别试：合起来最多改对 \(fixed) 条，碰坏 \(broken) 条；一起加上的结果请用 fenliu diff 再看。"
  }

  private func name(_ row: Proposal) -> String {
    switch row.table {
    case .terms: "词 \(row.texts[0])"
    case .exclusions: "排除 \(row.texts[0])"
    case .rules: "规则 \(words(row))"
    }
  }

  /// A rule's concepts by their names.
  private func words(_ row: Proposal) -> String {
    row.texts.map { corpus.name(ofConcept: $0) }.joined(separator: " + ")
  }
}
