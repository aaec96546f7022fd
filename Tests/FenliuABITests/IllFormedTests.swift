import CFenliu
import Pack
import Routing
import TestSupport
import Testing

/// The flag for ill-formed text says what the standard library says.
@Suite struct CIllFormedTests {
  static let edges: [(bytes: [UInt8], isIllFormed: Bool)] = [
    ([0xC0, 0x80], true), ([0xC2, 0x80], false), ([0xE0, 0x9F, 0xBF], true),
    ([0xE0, 0xA0, 0x80], false), ([0xED, 0x9F, 0xBF], false), ([0xED, 0xA0, 0x80], true),
    ([0xEF, 0xBF, 0xBF], false), ([0xF0, 0x8F, 0xBF, 0xBF], true),
    ([0xF0, 0x90, 0x80, 0x80], false), ([0xF4, 0x8F, 0xBF, 0xBF], false),
    ([0xF4, 0x90, 0x80, 0x80], true), ([0xF5, 0x80], true), ([0x80], true), ([0xE7, 0x85], true),
    ([0x00], false), ([], false),
  ]

  @Test func `the edges of the ranges, alone and among Han characters`() throws {
    let router = try CRouter()
    let han = Array("路灯坏了".utf8)
    for (bytes, isIllFormed) in Self.edges {
      for text in [bytes, han + bytes, bytes + han, han + bytes + han] {
        #expect(try router.isIllFormed(text) == isIllFormed)
      }
    }
  }

  @Test func `random mixtures`() throws {
    let router = try CRouter()
    var random = SeededGenerator(seed: 110)
    let pieces = ["路灯坏了", "abc", "é", "𠮷", "，", "一二三四五六七八九十", "\u{FFFF}", "0123456789"]
      .map { Array($0.utf8) }
    for _ in 0..<3000 {
      var text = (0..<Int.random(in: 0..<6, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      for _ in 0..<Int.random(in: 0..<3, using: &random) where !text.isEmpty {
        text[Int.random(in: 0..<text.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      let isWellFormed = String(validating: text, as: UTF8.self) != nil
      #expect(try router.isIllFormed(text) == !isWellFormed, "\(text)")
    }
  }
}

extension CRouter {
  fileprivate func isIllFormed(_ text: [UInt8]) throws -> Bool {
    unsafe try route(text) { unsafe $0.flags & FENLIU_TEXT_ILL_FORMED != 0 }
  }
}
