import CTextNorm
import TestSupport
import Testing
import TextNorm

@Suite("Random texts") struct StringTests {
  let table: FoldTable

  init() throws { table = try Composed.table() }

  @Test("50,000 fold as ICU does on the whole text, once and again")
  func likeReference() throws {
    let reference = try ReferenceFold()
    var random = RandomText(seed: 1)
    for _ in 0..<50_000 {
      let scalars = random.scalars()
      let folded = table.folded(scalars).map(\.scalar)
      let expected = reference.fold(scalars)
      if folded != expected {
        Issue.record("\(hex(scalars)) → \(hex(folded)), not \(hex(expected))")
      }
      if table.folded(folded).map(\.scalar) != folded {
        Issue.record("\(hex(scalars)) isn't stable")
      }
    }
  }

  @Test("fold(a + b) = fold(a) + fold(b) where b begins at a boundary, spans included: 100,000")
  func concatenation() {
    var random = RandomText(seed: 2)
    for _ in 0..<100_000 {
      let a = random.scalars(longest: 8)
      var b = random.scalars(longest: 8)
      if let first = b.first, !ctn_has_boundary_before(first) { b[0] = 0x57CE }
      let whole = table.folded(a + b)
      let shift = utf8(a).count
      let parts =
        table.folded(a)
        + table.folded(b).map {
          FoldedScalar(scalar: $0.scalar, start: $0.start + shift, end: $0.end + shift)
        }
      if whole != parts { Issue.record("\(hex(a)) + \(hex(b)): \(whole), not \(parts)") }
    }
  }

  @Test("a scanner's own loop with retraction, as FoldTable documents it, sees the same: 20,000")
  func ownLoop() {
    var random = RandomText(seed: 3)
    for _ in 0..<20_000 {
      let bytes = utf8(random.scalars(longest: 40))
      #expect(unsafe bytes.withUnsafeBytes { unsafe ownLoop($0) } == table.folded(utf8: bytes))
    }
  }

  private func ownLoop(_ utf8: UnsafeRawBufferPointer) -> [FoldedScalar] {
    var sink = Collector()
    var i = 0
    var lastIsMine = false
    while i < utf8.count {
      let (c, length) = unsafe MinimalUTF8.decode(utf8, at: i)
      let code = table.simpleFold(c)
      if code != UInt32(FoldTable.careMarker) {
        sink.scalars.append(FoldedScalar(scalar: code, start: i, end: i + length))
        i += length
        lastIsMine = true
      } else {
        var start = i
        if table.isFollower(c), lastIsMine { start = sink.scalars.removeLast().start }
        i = unsafe table.foldSegment(utf8: utf8, from: start, into: &sink)
        lastIsMine = false
      }
    }
    return sink.scalars
  }

  private func hex(_ scalars: [UInt32]) -> String {
    scalars.map { String($0, radix: 16) }.joined(separator: " ")
  }
}
