import Foundation
import Pack
import Routing
import TestSupport
import Testing

/// Whatever comes in, a decision comes out, in time.
@Suite struct HostileInputTests {
  private static let router = TestPack.chengkou

  private func json(_ bytes: [UInt8]) -> String {
    var scratch = Self.router.makeScratch()
    return unsafe bytes.withUnsafeBytes {
      unsafe Self.router.route(utf8: $0, scratch: &scratch) { Decision($0) }
    }.json()
  }

  @Test(
    arguments: [
      ("nothing", []), ("NUL", [0]), ("punctuation", Array("。。。！！？？，、；：…".utf8)),
      ("truncated", [0xE7, 0x85]), ("stray continuation", [0x80, 0xBF, 0x80]),
      ("overlong", [0xC0, 0xAF, 0xE0, 0x80, 0xAF]), ("surrogate", [0xED, 0xA0, 0x80]),
      ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("byte order mark", [0xEF, 0xBB, 0xBF]),
    ] as [(String, [UInt8])])
  func aDecisionComesOut(name: String, bytes: [UInt8]) throws {
    let object = try JSONSerialization.jsonObject(with: Data(json(bytes).utf8))
    let fields = try #require(object as? [String: Any])
    #expect(fields["policing"] != nil && fields["review"] as? Bool == true, "\(name)")
  }

  @Test func aTermCutInHalfIsNoTerm() {
    #expect(json(Array("救命".utf8)).contains("\"term\":\"救命\""))
    #expect(!json(Array("救命".utf8.dropLast())).contains("\"term\":\"救命\""))
  }

  @Test func dangerBesideDamageIsSeen() {
    #expect(json([0xFF, 0xFE] + Array("我家着火了".utf8) + [0xE7]).contains("\"urgent\":true"))
  }

  /// Ten megabytes of the likeliest trouble: each takes seconds at most.
  @Test(arguments: ["没有", "煤气", "打人，", "葛城街道", "一", "a\u{301}", " "])
  func tenMegabytesAreLinear(unit: String) {
    let bytes = Array(String(repeating: unit, count: 10_000_000 / unit.utf8.count).utf8)
    let clock = ContinuousClock()
    let start = clock.now
    _ = json(bytes)
    #expect(clock.now - start < .seconds(60))
  }

  /// Random edits of real-looking calls never trap.
  @Test func mutatedCallsAreSafe() {
    var random = SeededGenerator(seed: 4)
    var scratch = Self.router.makeScratch()
    let calls = SampleCalls.all.map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var bytes = calls.randomElement(using: &random)!
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        }
      }
      let urgent = unsafe bytes.withUnsafeBytes {
        unsafe Self.router.route(utf8: $0, scratch: &scratch) { $0.evidenceIsInside(bytes.count) }
      }
      #expect(urgent)
    }
  }
}

extension DecisionView {
  /// True if all evidence lies inside a text of so many bytes.
  fileprivate borrowing func evidenceIsInside(_ count: Int) -> Bool {
    for index in contributions.indices {
      let range = sourceRange(of: contributions[index])
      if range.lowerBound < 0 || range.upperBound > count { return false }
    }
    return true
  }
}
