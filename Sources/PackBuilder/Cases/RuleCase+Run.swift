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
    case "lead": decision.lead.map { [named($0)] } ?? ["无"]
    case "co": decision.coUnits.map(named)
    case "notify": decision.notify.map(named)
    case "level": [decision.level ?? "-"]
    case "township": [decision.jurisdiction.township?.name ?? decision.jurisdiction.status.name]
    case "area": area(decision, router)
    case "village": [decision.jurisdiction.village?.name ?? "无"]
    case "obligation":
      decision.obligations.map { "\($0.owner)/\($0.action)/\($0.within ?? "-")/\($0.from)" }
    case "channel": decision.channels.map(\.id)
    case "intent": [decision.intent.name]
    case "basis": decision.basis.map(\.rule)
    case "next": [next(decision, router)]
    default: []
    }
  }

  private static func named(_ part: Decision.Part) -> String { "\(part.unit.name)/\(part.role)" }

  /// Who is asked next if the lead refuses.
  private static func next(_ decision: Decision, _ router: Router) -> String {
    let refused = decision.lead.map { [Refusal(unit: $0.unit.id, reason: "不接")] } ?? []
    switch try? router.reroute(decision, refused: refused).next {
    case .unit(let part, _): return part.unit.name
    case .arbiter(let unit, _, _): return unit.name
    case .end, nil: return "无"
    }
  }

  private static func area(_ decision: Decision, _ router: Router) -> [String] {
    guard let code = decision.jurisdiction.township?.code else { return [] }
    let gazetteer = router.gazetteer
    return gazetteer.townships.indices.filter { gazetteer.townshipCode($0) == code }
      .map { gazetteer.isUrban($0) ? "urban" : "rural" }
  }

  /// A unit's role may be left out; so may an obligation's start event, and its action may be
  /// given in part.
  private static func matches(_ key: String, _ wanted: String, _ found: String) -> Bool {
    if wanted == found { return true }
    let wanted = wanted.split(separator: "/", omittingEmptySubsequences: false)
    let found = found.split(separator: "/", omittingEmptySubsequences: false)
    switch key {
    case "lead", "co", "notify": return wanted.count == 1 && wanted[0] == found[0]
    case "obligation":
      return found.count == 4 && (3...4).contains(wanted.count) && wanted[0] == found[0]
        && found[1].contains(wanted[1]) && wanted[2] == found[2]
        && (wanted.count == 3 || wanted[3] == found[3])
    default: return false
    }
  }
}
