import Automaton
import Classifier
import Pack
import Routing
import TestSupport
import Testing
import TextNorm

/// Evidence names bytes of the caller's own text, whatever folding did to it.
@Suite struct OffsetTests {
  private static let router = TestPack.chengkou

  /// The ways one text may be written without changing what it says.
  private static func variants(
    _ text: String, _ random: inout SeededGenerator
  ) -> [String] {
    var spaced = ""
    var fullWidth = ""
    var ignorable = ""
    for character in text {
      spaced.append(character)
      if Int.random(in: 0..<4, using: &random) == 0 {
        spaced += [" ", "\u{3000}", "\t"].randomElement(using: &random)!
      }
      let scalar = character.unicodeScalars.first!.value
      if (0x21...0x7E).contains(scalar) {
        fullWidth.unicodeScalars.append(Unicode.Scalar(scalar + 0xFEE0)!)
      } else {
        fullWidth.append(character)
      }
      ignorable.append(character)
      if Int.random(in: 0..<5, using: &random) == 0 { ignorable += "\u{200B}" }
    }
    return [text, spaced, fullWidth, ignorable, text.uppercased(), traditional(text)]
  }

  private static func traditional(_ text: String) -> String {
    let pairs: [Character: Character] = [
      "车": "車", "电": "電", "门": "門", "话": "話", "钱": "錢", "楼": "樓", "气": "氣", "没": "沒", "个": "個",
      "来": "來", "这": "這", "们": "們", "给": "給", "吗": "嗎", "见": "見", "说": "說", "里": "裡", "么": "麼",
    ]
    return String(text.map { pairs[$0] ?? $0 })
  }

  @Test func everyMatchSlicesToItsPattern() {
    var random = SeededGenerator(seed: 16)
    var scratch = Self.router.makeScratch()
    var checked = 0
    let fold = Self.router.alphabet.fold
    let lexicon = Self.router.lexicon
    func folded(_ text: String) -> String { fold.foldedString(text).filter { !$0.isWhitespace } }
    for call in SampleCalls.all {
      for text in Self.variants(call, &random) {
        let bytes = Array(text.utf8)
        unsafe bytes.withUnsafeBytes {
          unsafe Self.router.route(utf8: $0, scratch: &scratch) { view in
            for index in view.contributions.indices {
              let piece = view.contributions[index]
              guard piece.origin == .term else { continue }
              let part = String(decoding: bytes[view.sourceRange(of: piece)], as: UTF8.self)
              let term = lexicon.strings[lexicon.patterns[Int(piece.source)].text]
              if folded(part) != folded(term) {
                Issue.record("“\(part)” is not “\(term)” in \(text)")
              }
              checked += 1
            }
          }
        }
      }
    }
    #expect(checked > 10_000)
  }
}
