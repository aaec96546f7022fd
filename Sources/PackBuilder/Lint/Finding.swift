/// What tables say that compiles but that a careful reader would ask about.
public struct Finding: Sendable, Hashable {
  /// Named as `fenliu check` counts them.
  public enum Kind: String, Sendable, CaseIterable {
    case contradiction = "自相矛盾"
    case double = "重复"
    case deadTerm = "不起作用的词"
    case deadExclusion = "不起作用的排除"
    case deadRule = "不起作用的规则"
    case deadDuty = "轮不到的行"
    case overlap = "职责重叠"
    case unowned = "没有主办的类别"
    case orphan = "没有用到的行"
    case limitless = "考核没有时限"
    case order = "次序"
  }

  public let kind: Kind
  public let diagnostic: Diagnostic
}
