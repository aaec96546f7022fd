/// Character sequences of a text: what the miner chooses from.
struct NGrams {
  var lengths: ClosedRange<Int>
  /// True if sequences may hold digits and Latin letters.
  var holdsLatin: Bool

  /// The distinct sequences of a folded text, in no order. None spans punctuation.
  func list(_ folded: String) -> Set<String> {
    var found: Set<String> = []
    for run in folded.unicodeScalars.split(whereSeparator: { !isLetter($0) }) {
      let run = Array(run)
      for length in lengths where length <= run.count {
        for start in 0...(run.count - length) {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: run[start..<start + length])
          found.insert(String(text))
        }
      }
    }
    return found
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value > 0x7F { return scalar.properties.isAlphabetic }
    return holdsLatin && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
