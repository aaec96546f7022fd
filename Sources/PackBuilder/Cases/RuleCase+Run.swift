import Classifier
import Jurisdiction
import Pack
public import Routing

extension RuleCase {
  /// What the router answers otherwise than this case demands, empty if nothing.
  public func failures(_ router: Router) -> [String] {
    let decision = router.route(text, at: instant)
    return expectations.compactMap { key, value in
      let found = Self.answers(decision, router, key)
      let isThere = found.contains { Self.matches(key, value, $0) }
      if isThere == (kind != .mustNot) { return nil }
      let answer = found.isEmpty ? "无" : found.joined(separator: "、")
      return kind == .mustNot ? "不该有 \(key)=\(value)" : "应有 \(key)=\(value)，答作 \(answer)"
    }
  }

  /// A decision's answers under one key.
  private static func answers(_ decision: Decision, _ router: Router, _ key: String) -> [String] {
    switch key {
    case "category": [decision.category.id]
    case "policing": [decision.policing.name]
    case "urgent": [decision.urgent ? "yes" : "no"]
    case "lead": [decision.lead?.unit.name ?? "无"]
    case "co": decision.coUnits.map(\.unit.name)
    case "notify": decision.notify.map(\.unit.name)
    case "level": [decision.level ?? "-"]
    case "township": [decision.jurisdiction.township?.name ?? decision.jurisdiction.status.name]
    case "area": area(decision, router)
    case "obligation": decision.obligations.map { "\($0.owner)/\($0.action)/\($0.within ?? "-")" }
    case "channel": decision.channels.map(\.id)
    case "intent": [decision.intent.name]
    default: []
    }
  }

  private static func area(_ decision: Decision, _ router: Router) -> [String] {
    guard let code = decision.jurisdiction.township?.code else { return [] }
    let gazetteer = router.gazetteer
    return gazetteer.townships.indices.filter { gazetteer.townshipCode($0) == code }
      .map { gazetteer.isUrban($0) ? "urban" : "rural" }
  }

  /// An obligation's action may be given in part.
  private static func matches(_ key: String, _ wanted: String, _ found: String) -> Bool {
    guard key == "obligation" else { return wanted == found }
    let wanted = wanted.split(separator: "/", omittingEmptySubsequences: false)
    let found = found.split(separator: "/", omittingEmptySubsequences: false)
    guard wanted.count == found.count, wanted.count >= 3 else { return false }
    return wanted.first == found.first && wanted.last == found.last
      && found[1].contains(wanted[1])
  }
}
