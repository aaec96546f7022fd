public import Pack

/// A day that differs from the weekly rule.
@frozen
public struct CalendarRecord: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A weekday off.
    case holiday
    /// A day of a weekend that is worked.
    case workday
  }

  /// Days since 1970-01-01.
  public var day: Int32
  public var kind: Kind
  public var reserved: UInt8 = 0
  public var reservedToo: UInt16 = 0

  public init(day: Int32, kind: Kind) {
    self.day = day
    self.kind = kind
  }
}

/// Which days are worked: Monday to Friday, but for the days a year's notice names.
///
/// It answers only for the years it covers; for others it does not guess.
public struct WorkingCalendar: Sendable {
  private let years: Table<UInt16>
  /// Sorted by day.
  private let days: Table<CalendarRecord>

  /// Reads the tables in place. O(1).
  public init(image: PackImage) throws(PackError) {
    years = try image.table(.calendarYears)
    days = try image.table(.calendar)
  }

  /// Whether a day, counted from 1970-01-01, is worked; nil outside the covered years.
  /// O(log n) in the calendar's rows.
  public func isWorkingDay(_ day: Int) -> Bool? {
    let year = Instant.year(ofDay: day)
    guard years.indices.contains(where: { Int(years[$0]) == year }) else { return nil }
    switch kind(of: day) {
    case .holiday: return false
    case .workday: return true
    case nil: return !Self.isWeekend(day)
    }
  }

  /// The `count`th working day after `day`, which itself does not count; nil if the way there
  /// leaves the covered years, or `count` is 0. O(count · log n).
  public func day(_ count: Int, after day: Int) -> Int? {
    guard count > 0 else { return nil }
    var day = day
    var left = count
    while left > 0 {
      day += 1
      guard let isWorked = isWorkingDay(day) else { return nil }
      if isWorked { left -= 1 }
    }
    return day
  }

  /// Whether a day is a Saturday or Sunday. 1970-01-01 was a Thursday.
  public static func isWeekend(_ day: Int) -> Bool {
    let sinceMonday = (day + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) >= 5
  }

  private func kind(of day: Int) -> CalendarRecord.Kind? {
    let index = days.partitioningIndex { Int($0.day) >= day }
    guard index < days.count, Int(days[index].day) == day else { return nil }
    return days[index].kind
  }
}
