import Pack
import TextNorm

extension Alphabet {
  /// Folds UTF-8 and turns it into dense codes, in one pass.
  ///
  /// Ill-formed bytes are characters that no pattern contains; no byte is read out of bounds. O(n);
  /// `text` keeps room for as many codes as there are bytes.
  ///
  /// A lean text gets codes and starts only.
  ///
  /// - Precondition: fewer than 2³² bytes.
  public func encode(_ utf8: UnsafeRawBufferPointer, into text: inout FoldedText) {
    precondition(utf8.count <= UInt32.max, "texts are shorter than 4 GiB")
    text.removeAll()
    if text.isLean {
      unsafe encode(utf8, LeanDetail.self, into: &text)
    } else {
      unsafe encode(utf8, FullDetail.self, into: &text)
    }
  }

  @inline(__always)
  private func encode<Detail: CodeDetail>(
    _ utf8: UnsafeRawBufferPointer, _ detail: Detail.Type, into text: inout FoldedText
  ) {
    var writer = CodeWriter<Detail>(appending: utf8.count, to: &text)
    var index = 0
    /// True if the scalar before `index` left just one code, which a combining mark may change.
    var isSimple = false
    while index < utf8.count {
      let behindPairs = unsafe writer.takePairs(utf8, from: index, codes)
      let behindRuns = unsafe writer.takeASCII(utf8, from: behindPairs, codes)
      if behindRuns > index { isSimple = true }
      index = behindRuns
      if index >= utf8.count { break }

      let (scalar, length) = unsafe MinimalUTF8.decode(utf8, at: index)
      let code = code(ofSource: scalar)
      if code < Alphabet.space {
        writer.append(code, index, index &+ length)
        isSimple = true
        index &+= length
      } else if code == Alphabet.space {
        writer.appendClauseBreak()
        isSimple = false
        index &+= length
      } else if code == Alphabet.ignored {
        isSimple = false
        index &+= length
      } else {
        writer.finish(&text)
        index = unsafe encodeSegment(utf8, from: index, scalar, afterSimple: isSimple, into: &text)
        writer = CodeWriter<Detail>(appending: utf8.count &- index, to: &text)
        isSimple = false
      }
    }
    writer.finish(&text)
  }

  /// The careful path: one normalization segment, with the code before it if that belongs to it.
  /// Returns the byte behind.
  @inline(never)
  private func encodeSegment(
    _ utf8: UnsafeRawBufferPointer, from index: Int, _ scalar: UInt32, afterSimple: Bool,
    into text: inout FoldedText
  ) -> Int {
    var start = index
    if afterSimple, fold.isFollower(scalar) {
      start = Int(text.starts[text.count - 1])
      text.removeLast()
    }
    let (scalars, end) = unsafe fold.segment(utf8: utf8, from: start)
    for scalar in scalars { append(folded: scalar, start, end, to: &text) }
    return end
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
