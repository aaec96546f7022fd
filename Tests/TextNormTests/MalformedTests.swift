import TestSupport
import Testing
import TextNorm

@Suite("Malformed UTF-8") struct MalformedTests {
  let table: FoldTable

  init() throws { table = try Composed.table() }

  @Test("100,000 mutated and random byte strings: decoded as WHATWG says, spans in order")
  func mutated() {
    var random = RandomText(seed: 4)
    for _ in 0..<100_000 {
      let bytes = bytes(&random)
      let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      if decoded(bytes) != repaired { Issue.record("decoding \(bytes)") }
      let folded = table.folded(utf8: bytes)
      if folded.map(\.scalar) != table.folded(repaired).map(\.scalar) {
        Issue.record("folding \(bytes)")
      }
      check(folded, bytes)
    }
  }

  @Test(
    "maximal subparts, one U+FFFD each",
    arguments: [
      ([0x80], 1), ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0x80], 3), ([0xED, 0xA0, 0x80], 3),
      ([0xF0, 0x80, 0x80, 0x80], 4), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF5], 1),
      ([0xE4, 0xB8], 1), ([0xE4], 1), ([0xF0, 0x9F, 0x98], 1), ([0xF0, 0x9F], 1),
      ([0xF1, 0x80, 0xE4], 2),
      ([0xE4, 0xB8, 0xE4, 0xB8, 0xAD], 2), ([0xC2], 1), ([0xFF, 0xFE], 2),
    ] as [([UInt8], Int)])
  func subparts(_ bytes: [UInt8], _ count: Int) {
    #expect(decoded(bytes) == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    #expect(table.folded(utf8: bytes).count == count)
  }

  /// A text with up to four mistakes, or noise.
  private func bytes(_ random: inout RandomText) -> [UInt8] {
    var bytes = utf8(random.scalars(longest: 12))
    if bytes.isEmpty || random.number(0...9) == 0 {
      return (0..<random.number(0...24)).map { _ in random.byte() }
    }
    for _ in 0..<random.number(1...4) where !bytes.isEmpty {
      let i = random.number(0...bytes.count - 1)
      switch random.number(0...3) {
      case 0: bytes[i] = random.byte()
      case 1: bytes.remove(at: i)
      case 2: bytes.insert(random.byte(), at: i)
      default: bytes.removeLast(bytes.count - i)
      }
    }
    return bytes
  }

  private func decoded(_ bytes: [UInt8]) -> [UInt32] {
    unsafe bytes.withUnsafeBytes { bytes in
      var scalars: [UInt32] = []
      var i = 0
      while i < bytes.count {
        let (scalar, length) = unsafe MinimalUTF8.decode(bytes, at: i)
        scalars.append(scalar)
        i += length
      }
      return scalars
    }
  }

  /// A span is the last one's, or begins behind it; what lies between two spans folds to nothing.
  private func check(_ folded: [FoldedScalar], _ bytes: [UInt8]) {
    var last = (start: 0, end: 0)
    for scalar in folded + [FoldedScalar(scalar: 0, start: bytes.count, end: bytes.count)] {
      if scalar.start == last.start, scalar.end == last.end { continue }
      if scalar.start < last.end || scalar.end < scalar.start || scalar.end > bytes.count {
        Issue.record("spans \(folded) of \(bytes)")
        return
      }
      if scalar.start > last.end {
        let gap = table.folded(utf8: Array(bytes[last.end..<scalar.start]))
        if !gap.isEmpty { Issue.record("lost \(gap) of \(bytes)") }
      }
      last = (scalar.start, scalar.end)
    }
  }
}
