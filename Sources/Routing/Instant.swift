/// A point in time with the offset of the place it was read in. Needs no Foundation.
public struct Instant: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64
  /// Offset from UTC in seconds, for display.
  public var offset: Int32

  public init(seconds: Int64, offset: Int32 = 0) {
    self.seconds = seconds
    self.offset = offset
  }

  /// Reads RFC 3339 (`2026-11-21T20:43:00+08:00`; fractions of a second are dropped), or nil.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[at..<at + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func isByte(_ at: Int, _ allowed: String) -> Bool {
      at < bytes.count && allowed.utf8.contains(bytes[at])
    }
    guard let year = number(0, 4), isByte(4, "-"), let month = number(5, 2), isByte(7, "-"),
      let day = number(8, 2), isByte(10, "Tt "), let hour = number(11, 2), isByte(13, ":"),
      let minute = number(14, 2), isByte(16, ":"), let second = number(17, 2),
      (1...12).contains(month), (1...Self.daysInMonth(year, month)).contains(day), hour < 24,
      minute < 60, second <= 60
    else { return nil }
    var at = 19
    if isByte(at, ".") {
      at += 1
      guard isByte(at, "0123456789") else { return nil }
      while isByte(at, "0123456789") { at += 1 }
    }
    var offset = 0
    if isByte(at, "Zz") {
      at += 1
    } else {
      guard isByte(at, "+-"), let hours = number(at + 1, 2), isByte(at + 3, ":"),
        let minutes = number(at + 4, 2), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * 60 * (isByte(at, "-") ? -1 : 1)
      at += 6
    }
    guard at == bytes.count else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    seconds = Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
    self.offset = Int32(offset)
  }

  /// Minute of the day, 0..<1440, in its own offset.
  public var minuteOfDay: Int {
    let local = (seconds + Int64(offset)) % 86_400
    return Int(local < 0 ? local + 86_400 : local) / 60
  }

  /// The same in RFC 3339, in its own offset.
  public var rfc3339: String {
    let local = seconds + Int64(offset)
    let day = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    let rest = Int(local) - day * 86_400
    let (year, month, date) = Self.civil(day)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let zone: String
    if offset == 0 {
      zone = "Z"
    } else {
      let minutes = abs(Int(offset)) / 60
      zone = (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
    }
    let padded = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(padded)-\(two(month))-\(two(date))T\(two(rest / 3600)):\(two(rest / 60 % 60)):"
      + "\(two(rest % 60))\(zone)"
  }

  public func adding(seconds more: Int64) -> Instant {
    Instant(seconds: seconds + more, offset: offset)
  }

  /// Days since 1970-01-01 of a date in the Gregorian calendar.
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return days(year: next.0, month: next.1, day: 1) - days(year: year, month: month, day: 1)
  }

  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
