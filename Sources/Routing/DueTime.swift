/// When something owed falls due, as far as that can be told from the call's time.
public enum DueTime: Sendable, Hashable {
  /// The plan gives no number, the limit runs from a later event, or the call's time is unknown.
  case unknown
  case at(Instant)
  /// Working days run into a year whose holidays the calendar does not hold.
  case outsideCalendar

  /// The last moment that is in time.
  public var instant: Instant? {
    if case .at(let instant) = self { instant } else { nil }
  }

  /// Why a limit that could be computed was not, as output names it.
  public var reason: String? {
    self == .outsideCalendar ? "outside-calendar" : nil
  }
}

extension Plan {
  /// When an obligation falls due for a call that came in at `instant`.
  ///
  /// Limits by the clock end so many seconds later. Of working days the day of receipt does not
  /// count, whether it is worked or not; the limit ends with the last one, at 23:59:59 in China.
  public func due(_ row: ObligationRecord, receivedAt instant: Instant?) -> DueTime {
    guard let instant, row.fromReceipt != 0 else { return .unknown }
    switch row.clock {
    case .none: return .unknown
    case .seconds: return .at(instant.adding(seconds: Int64(row.seconds)))
    case .workingDays:
      let received = instant.inChina.day
      guard let last = calendar.day(Int(row.seconds), after: received) else {
        return .outsideCalendar
      }
      return .at(.endOfDay(last))
    }
  }
}
