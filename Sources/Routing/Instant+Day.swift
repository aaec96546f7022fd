extension Instant {
  /// The same moment by the clock of China, which keeps one time: dates of plans and calendars are
  /// days by it, whatever offset a call's time was written with.
  public var inChina: Instant { Instant(seconds: seconds, offset: 8 * 3600) }

  /// Days since 1970-01-01, in its own offset.
  public var day: Int {
    let local = Int(seconds) + Int(offset)
    return local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  }

  /// The last second of a day in China.
  public static func endOfDay(_ day: Int) -> Instant {
    Instant(seconds: Int64(day + 1) * 86_400 - 1 - 8 * 3600).inChina
  }

  /// Reads a date (`2018-07-01`) as days since 1970-01-01, or nil.
  public static func day(date text: String) -> Int? {
    guard text.utf8.count == 10 else { return nil }
    return Instant(rfc3339: text + "T00:00:00Z")?.day
  }

  /// Writes days since 1970-01-01 as a date.
  public static func date(day: Int) -> String {
    String(Instant(seconds: Int64(day) * 86_400).rfc3339.prefix(10))
  }

  /// The year of a day.
  static func year(ofDay day: Int) -> Int { civil(day).year }
}
