import Classifier
import Pack
public import Routing

/// What ids are called in a report.
public struct ReportNames: Sendable {
  /// Ids of categories in the order of the scheme.
  public var categories: [String] = []
  /// Names of categories, and of what else evidence speaks for.
  public var targets: [String: String] = [:]
  public var contexts: [String: String] = [:]

  public init() {}

  public init(_ router: Router) {
    let lexicon = router.lexicon
    for index in lexicon.categories.indices {
      let record = lexicon.categories[index]
      categories.append(lexicon.strings[record.id])
      targets[lexicon.strings[record.id]] = lexicon.strings[record.name]
    }
    for index in lexicon.dangers.indices {
      let record = lexicon.dangers[index]
      targets["!" + lexicon.strings[record.id]] = "危险：" + lexicon.strings[record.name]
    }
    for index in lexicon.contexts.indices {
      let record = lexicon.contexts[index]
      contexts[lexicon.strings[record.id]] = lexicon.strings[record.name]
    }
    for (id, name) in Self.sides { targets["%" + id] = "倾向：" + name }
  }

  /// The name, or the id where there is none.
  func category(_ id: String) -> String { targets[id] ?? id }

  /// The name of a side of the line.
  static func side(_ id: String) -> String { sides[id] ?? id }

  static let sides = [
    "police": "警务", "non-police": "非警务", "joint": "警务与单位联合", "none": "不派警",
  ]

  static let reviewReasons = [
    "no-evidence": "没有任何词说明类别", "low-score": "得分低", "small-margin": "与第二名接近",
    "danger-without-category": "只凭危险定类", "danger-without-dispatch": "不派单的类别里有危险",
    "place-outside": "地点在辖区外", "place-ambiguous": "地点不能确定", "no-unit": "方案里没有承办单位",
    "not-in-force": "来电那天方案不在施行期", "possible-danger": "离紧急只差一点",
  ]

  static let places = [
    "resolved": "已定", "ambiguous": "不能确定", "outside": "辖区外", "none": "没有说到",
  ]
}
