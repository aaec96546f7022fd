import Classifier
import Pack

/// What JSON says of targets and contexts: the same in every piece of evidence, so it is written
/// once, when the pack is opened. Pieces are half of what a line takes to write.
final class EvidenceJSON: Sendable {
  /// Each text begins at a word and is filled up with zeros.
  private let words: Buffer<UInt64>
  private let texts: [(first: Int, count: Int)]
  private let firstDanger: Int
  private let firstContext: Int

  /// O(rows).
  init(_ lexicon: Lexicon) {
    var words = Buffer<UInt64>()
    var texts: [(first: Int, count: Int)] = []
    func keep(_ write: (inout JSONWriter) -> Void) {
      var writer = JSONWriter(behindComma: true)
      write(&writer)
      let bytes = writer.finish()
      texts.append((words.count, bytes.count))
      var index = 0
      while index < bytes.count {
        var word: UInt64 = 0
        for at in index..<min(index + 8, bytes.count) {
          word |= UInt64(bytes[at]) << UInt64((at - index) * 8)
        }
        words.append(word)
        index += 8
      }
    }
    for index in lexicon.categories.indices {
      let id = lexicon.strings.utf8(lexicon.categories[index].id)
      keep { $0.target(id) }
    }
    firstDanger = texts.count
    for index in lexicon.dangers.indices {
      let id = lexicon.strings.utf8(lexicon.dangers[index].id)
      keep { $0.target(id, behind: "!") }
    }
    firstContext = texts.count
    for index in lexicon.contexts.indices {
      let id = lexicon.strings.utf8(lexicon.contexts[index].id)
      keep { $0.field("context", id) }
    }
    self.words = words
    self.texts = texts
  }

  /// From the target to before the weight, nil for a target that is seldom shown.
  func target(_ target: EvidencePiece.Target) -> WordText? {
    switch target {
    case .lexicon(.category, let index): text(index)
    case .lexicon(.danger, let index): text(firstDanger + index)
    default: nil
    }
  }

  func context(_ index: Int) -> WordText { text(firstContext + index) }

  private func text(_ index: Int) -> WordText {
    let (first, count) = texts[index]
    return WordText(words: words.table[first..<first + (count + 7) / 8], count: count)
  }
}

/// UTF-8 in words, the last filled up with zeros: copied without a call.
struct WordText {
  let words: Table<UInt64>
  /// Number of bytes.
  let count: Int
}

extension Buffer<UInt8> {
  mutating func append(_ text: WordText) {
    unsafe append(upTo: text.words.count * 8) {
      let target = UnsafeMutableRawPointer($0)
      for index in text.words.indices {
        unsafe target.storeBytes(
          of: text.words[index].littleEndian, toByteOffset: index * 8, as: UInt64.self)
      }
      return text.count
    }
  }
}
