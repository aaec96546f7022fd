import Pack

/// A pack asked about a day on which its plan is not in force.
public struct NotInForce: Error, Sendable, Hashable, CustomStringConvertible {
  /// The pack's id.
  public var pack: String
  /// Name of its county.
  public var name: String
  /// Days since 1970-01-01: the first in force, the last, and the one asked about.
  public var from: Int
  public var to: Int
  public var day: Int

  /// In Chinese: analysts read it.
  public var description: String {
    let asked = Instant.date(day: day)
    let problem =
      day < from
      ? "自 \(Instant.date(day: from)) 起施行，\(asked) 还没有施行"
      : "施行到 \(Instant.date(day: to)) 为止，\(asked) 已经失效"
    return "数据包“\(pack)”（\(name)）\(problem)；请换用那天有效的数据包，或改日期"
  }
}

extension Router {
  /// Refuses a day, counted from 1970-01-01, on which the pack is not in force. O(1).
  public func requireInForce(on day: Int) throws(NotInForce) {
    if image.isInForce(on: day) { return }
    throw NotInForce(
      pack: image.id, name: plan.strings[plan.manifest.name], from: Int(image.effectiveFrom),
      to: Int(image.effectiveTo), day: day)
  }
}
