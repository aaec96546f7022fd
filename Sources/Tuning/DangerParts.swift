import Classifier
import Pack

/// The lexicon's danger terms and everything inside them.
struct DangerParts {
  private var whole: Set<String> = []
  private var parts: Set<String> = []

  init(of lexicon: Lexicon, fold: (String) -> String, longest: Int) {
    for pattern in lexicon.patterns.indices {
      let record = lexicon.patterns[pattern]
      let postings = Int(record.firstPosting)..<Int(record.firstPosting) + Int(record.postingCount)
      guard
        postings.contains(where: {
          lexicon.postings[$0].kind == .danger && lexicon.postings[$0].weight > 0
        })
      else { continue }
      let term = fold(lexicon.strings[record.text])
      whole.insert(term)
      let characters = Array(term)
      for length in 1...longest where length <= characters.count {
        for start in 0...(characters.count - length) {
          parts.insert(String(characters[start..<start + length]))
        }
      }
    }
  }

  /// True if `text` is part of a danger term or holds a whole one.
  func contains(_ text: String) -> Bool {
    if parts.contains(text) { return true }
    let characters = Array(text)
    return characters.indices.contains { start in
      (start..<characters.count).contains { whole.contains(String(characters[start...$0])) }
    }
  }
}
