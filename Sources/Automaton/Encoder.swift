import Pack
import TextNorm

extension Alphabet {
  /// Folds UTF-8 and turns it into dense codes, in one pass.
  ///
  /// Ill-formed bytes are characters that no pattern contains; no byte is read out of bounds. O(n).
  ///
  /// - Precondition: fewer than 2³² bytes.
  public func encode(_ utf8: UnsafeRawBufferPointer, into text: inout FoldedText) {
    precondition(utf8.count <= UInt32.max, "texts are shorter than 4 GiB")
    text.removeAll()
    var index = 0
    /// First byte of the last scalar if it left just one code, which a combining mark may change.
    var previous = -1
    while index < utf8.count {
      let (scalar, length) = unsafe MinimalUTF8.decode(utf8, at: index)
      let code = code(ofSource: scalar)
      if code < Alphabet.space {
        text.append(code, index, index &+ length)
        if code < Alphabet.firstLetter, code != Alphabet.other { text.appendBreak(after: code) }
        previous = index
        index &+= length
      } else if code == Alphabet.space {
        text.appendBreak(.clause)
        previous = -1
        index &+= length
      } else if code == Alphabet.ignored {
        previous = -1
        index &+= length
      } else {
        var start = index
        if previous >= 0, fold.isFollower(scalar) {
          start = previous
          text.removeLast()
        }
        let (scalars, end) = unsafe fold.segment(utf8: utf8, from: start)
        for scalar in scalars { append(folded: scalar, start, end, to: &text) }
        previous = -1
        index = end
      }
    }
  }

  /// Adds the code of a folded scalar that stands for the source bytes `start..<end`.
  private func append(
    folded scalar: UInt32, _ start: Int, _ end: Int, to text: inout FoldedText
  ) {
    let code = code(ofFolded: scalar)
    switch code {
    case Alphabet.space: text.appendBreak(.clause)
    case Alphabet.ignored: break
    default:
      text.append(code, start, end)
      if code < Alphabet.firstLetter, code != Alphabet.other { text.appendBreak(after: code) }
    }
  }

  @inline(__always)
  private func code(ofSource scalar: UInt32) -> UInt16 {
    if scalar < 0x10000 { return unsafe codes[unchecked: Int(scalar)] }
    return fold.simpleFold(scalar) == UInt32(FoldTable.careMarker)
      ? Alphabet.careful : code(ofFolded: fold.simpleFold(scalar))
  }
}
