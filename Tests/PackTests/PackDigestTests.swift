import Pack
import TestSupport
import Testing

@Suite struct PackDigestTests {
  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe PackDigest.digest($0) }
  }

  private static func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The same on every machine: a pack compiled on one is opened on another. Worked out by a few lines
  /// of Python.
  @Test func isTheSameEverywhere() {
    #expect(Self.digest([]) == 0xC6D7_553D_EB8A_440A)
    #expect(Self.digest(Array(0..<200)) == 0xA537_CCE4_70CB_D846)
  }

  /// Lengths around the ends of words and blocks.
  @Test(arguments: [1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 128, 200])
  func eachBitCounts(length: Int) {
    let bytes = Self.bytes(length)
    let whole = Self.digest(bytes)
    var seen: Set<UInt64> = [whole]
    for bit in 0..<8 * length {
      var other = bytes
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(seen.insert(Self.digest(other)).inserted, "bit \(bit) of \(length) bytes")
    }
  }

  /// What damages files: pages in the wrong order, missing, zeroed, or written twice.
  @Test func pagesInTheWrongPlaceAreNoticed() {
    let page = 4096
    let bytes = Self.bytes(4 * page)
    let pages = (0..<4).map { Array(bytes[$0 * page..<($0 + 1) * page]) }
    let zeros = [UInt8](repeating: 0, count: page)
    let orders = [
      pages, [pages[1], pages[0], pages[2], pages[3]], [pages[0], pages[1], pages[3], pages[2]],
      [pages[0], pages[0], pages[2], pages[3]], [pages[0], zeros, pages[2], pages[3]],
      Array(pages[..<3]), pages + [zeros], [zeros] + pages, [zeros], [zeros, zeros],
    ]
    #expect(Set(orders.map { Self.digest(Array($0.joined())) }).count == orders.count)
  }
}
