import CFenliu
import Pack
import Routing
import TestSupport
import Testing

/// Batches and columns say what single calls say, and one bad call spoils no other.
@Suite struct CBatchTests {
  static let texts = CDecisionTests.calls

  @Test func `a column of texts gives the numbers of each decision`() throws {
    let c = try CRouter()
    let data = Self.texts.flatMap { $0 }
    var offsets: [Int64] = [0]
    for text in Self.texts { offsets.append(offsets[offsets.count - 1] + Int64(text.count)) }
    let noTimes = [Int64](repeating: .min, count: Self.texts.count)
    var rows = [fenliu_row](repeating: fenliu_row(), count: Self.texts.count)
    try unsafe data.withView {
      try unsafe Status.check(
        fenliu_route_column(
          c.router, c.scratch, $0.bytes, offsets, rows.count, noTimes, &rows,
          MemoryLayout<fenliu_row>.stride))
    }
    for (row, text) in zip(rows, Self.texts) {
      unsafe try c.route(text) { decision in
        unsafe #expect(row.category == decision.category)
        unsafe #expect(row.policing == decision.policing)
        unsafe #expect(row.urgent == decision.urgent)
        unsafe #expect(row.lead == decision.lead.unit)
        unsafe #expect(row.township == decision.township)
        unsafe #expect(row.review_reasons == decision.review_reasons)
        unsafe #expect(Double(row.confidence) == decision.confidence)
        let isIllFormed = unsafe decision.flags & FENLIU_TEXT_ILL_FORMED != 0
        #expect(row.status == (isIllFormed ? FENLIU_WARNING_NOT_UTF8 : FENLIU_OK))
      }
    }
  }

  @Test func `offsets that go back spoil their own row`() throws {
    let c = try CRouter()
    let offsets: [Int64] = [0, 6, 3, 6]
    var rows = [fenliu_row](repeating: fenliu_row(), count: 3)
    try unsafe Array("打架".utf8).withView {
      try unsafe Status.check(
        fenliu_route_column(
          c.router, c.scratch, $0.bytes, offsets, 3, nil, &rows, MemoryLayout<fenliu_row>.stride))
    }
    #expect(rows.map(\.status) == [FENLIU_OK, FENLIU_ERROR_BAD_INDEX, FENLIU_OK])
  }

  @Test func `a sink gets every decision in order, may stop, and hears of bad calls`() throws {
    let c = try CRouter()
    let bad = Array("2026-11-21 noon".utf8CString)
    unsafe Array("路灯坏了".utf8).withView { text in
      unsafe bad.withUnsafeBufferPointer { time in
        var calls = unsafe [fenliu_call](repeating: fenliu_call(), count: 4)
        for index in unsafe calls.indices {
          unsafe fenliu_call_init(&calls[index])
          unsafe calls[index].text = text
        }
        unsafe calls[1].at = time.baseAddress
        unsafe calls[0].id = text
        var seen = Seen()
        let status = unsafe withUnsafeMutablePointer(to: &seen) { seen in
          unsafe fenliu_route_batch(
            c.router, c.scratch, calls, calls.count,
            { context, index, status, decision in
              let seen = unsafe context!.assumingMemoryBound(to: Seen.self)
              unsafe seen.pointee.statuses.append(status)
              unsafe seen.pointee.categories.append(decision?.pointee.category_id.string)
              return index == 2 ? 1 : 0
            }, seen)
        }
        #expect(status == FENLIU_STOPPED)
        #expect(seen.statuses == [FENLIU_OK, FENLIU_ERROR_BAD_TIMESTAMP, FENLIU_OK])
        #expect(seen.categories == ["urban-management", nil, "urban-management"])
      }
    }
  }

  private struct Seen {
    var statuses: [Int32] = []
    var categories: [String?] = []
  }
}
