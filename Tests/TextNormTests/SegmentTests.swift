import Testing
import TextNorm

@Suite("Segments") struct SegmentTests {
  let table: FoldTable

  init() throws { table = try Composed.table() }

  /// Every call takes at most one scalar and 32 followers, and begins where the last one ended: so a
  /// run of any length costs linear time.
  @Test(
    "a million combining marks are cut into bounded segments",
    arguments: [
      [0x323, 0x301], [0x344], [0xFE0F, 0x1161],
    ] as [[UInt32]])
  func longRun(_ marks: [UInt32]) {
    let length = 1_000_000
    let bytes = utf8([0x61]) + repeated(utf8(marks), length / marks.count)
    var calls = 0
    var sink = Collector()
    unsafe bytes.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count {
        let end = unsafe table.foldSegment(utf8: bytes, from: i, into: &sink)
        #expect(end > i && end - i <= 33 * 4)
        i = end
        calls += 1
      }
    }
    #expect(calls == (1 + length + 32) / 33)
    #expect(table.folded(utf8: bytes) == sink.scalars)
  }

  @Test("runs up to the limit fold whole")
  func limit() throws {
    let reference = try ReferenceFold()
    let marks = (0..<FoldTable.maximumFollowers).map { UInt32($0 % 2 == 0 ? 0x301 : 0x323) }
    #expect(table.folded([0x61] + marks).map(\.scalar) == reference.fold([0x61] + marks))
    let end = utf8([0x61] + marks).count
    #expect(table.folded([0x61] + marks + [0x301]).last?.start == end)
  }

  @Test("a segment as a value is the same, long ones too: 5,000")
  func value() {
    var random = RandomText(seed: 6)
    for _ in 0..<5_000 {
      let followers = (0..<random.number(0...40)).map { _ in UInt32(random.number(0x300...0x345)) }
      let bytes = utf8([random.scalar()] + followers)
      var sink = Collector()
      unsafe bytes.withUnsafeBytes { bytes in
        let end = unsafe table.foldSegment(utf8: bytes, from: 0, into: &sink)
        let segment = unsafe table.segment(utf8: bytes, from: 0)
        #expect(segment.end == end)
        #expect(segment.scalars.elementsEqual(sink.scalars.map(\.scalar)))
      }
    }
  }

  private func repeated(_ bytes: [UInt8], _ times: Int) -> [UInt8] {
    Array([[UInt8]](repeating: bytes, count: times).joined())
  }
}
