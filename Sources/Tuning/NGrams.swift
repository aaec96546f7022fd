/// Character sequences of a text: what the miner chooses from.
struct NGrams {
  var shortest: Int
  var longest: Int

  /// The distinct sequences of a folded text, in no order. None spans punctuation or holds a digit
  /// or a Latin letter.
  func list(_ folded: String) -> Set<String> {
    var found: Set<String> = []
    for run in folded.unicodeScalars.split(whereSeparator: { !Self.isLetter($0) }) {
      let run = Array(run)
      for length in shortest...longest where length <= run.count {
        for start in 0...(run.count - length) {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: run[start..<start + length])
          found.insert(String(text))
        }
      }
    }
    return found
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar.properties.isAlphabetic
  }
}
