import Pack
import Routing

/// The working calendar as read from `base/calendar.tsv`.
struct CalendarSource {
  private var years: [Int: SourceRow] = [:]
  private var days: [Int: CalendarRecord.Kind] = [:]

  /// Reads it; rows that say nothing beyond the weekly rule are mistakes.
  init(_ folder: SourceFolder, into diagnostics: inout Diagnostics) {
    let table = folder.table(
      "base/calendar.tsv", required: ["date", "kind"], into: &diagnostics)
    let rows = table?.rows ?? []
    for row in rows where row["kind"] == "year" { readYear(row, &diagnostics) }
    for row in rows where row["kind"] != "year" { readDay(row, &diagnostics) }
    // A year's own row stands before its days: “2026” is less than “2026-01-01”.
    for (row, next) in zip(rows, rows.dropFirst()) where next["date"] < row["date"] {
      diagnostics.warning(next, "“\(next["date"])”排在“\(row["date"])”之后；请按先后排列，便于核对")
    }
  }

  private mutating func readYear(_ row: SourceRow, _ diagnostics: inout Diagnostics) {
    guard let year = Int(row["date"]), (1970...9999).contains(year) else {
      diagnostics.error(row, "kind 为 year 时 date 应写年份（2026），不是“\(row["date"])”")
      return
    }
    if let first = years[year] {
      diagnostics.error(row, "\(year) 年已在第 \(first.line) 行；请删去一行")
    }
    years[year] = row
  }

  private mutating func readDay(_ row: SourceRow, _ diagnostics: inout Diagnostics) {
    let kinds: [String: CalendarRecord.Kind] = ["holiday": .holiday, "workday": .workday]
    guard let kind = kinds[row["kind"]] else {
      diagnostics.error(row, "kind 应为 year、holiday 或 workday，不是“\(row["kind"])”")
      return
    }
    guard let day = Instant.day(date: row["date"]) else {
      diagnostics.error(row, "日期应写作 2026-10-01，不是“\(row["date"])”")
      return
    }
    guard let year = Int(row["date"].prefix(4)), years[year] != nil else {
      diagnostics.error(row, "“\(row["date"])”所在的年份没有 year 行；该年通知录全后请补上，否则删去这一行")
      return
    }
    if days[day] != nil { diagnostics.error(row, "“\(row["date"])”出现两次；请删去一行") }
    if WorkingCalendar.isWeekend(day) != (kind == .workday) {
      diagnostics.error(
        row,
        kind == .workday
          ? "“\(row["date"])”不是周末，本来就上班；请删去或改正日期" : "“\(row["date"])”是周末，本来就休息；请删去或改正日期")
    }
    days[day] = kind
  }

  /// Writes the calendar's sections.
  func compile(into writer: inout ImageWriter) {
    writer.add(.calendarYears, years.keys.sorted().map { UInt16($0) })
    writer.add(
      .calendar,
      days.sorted { $0.key < $1.key }.map { CalendarRecord(day: Int32($0.key), kind: $0.value) })
  }
}
