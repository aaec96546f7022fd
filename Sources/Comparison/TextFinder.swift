public import Automaton
import Pack

/// Finds a few texts in many: the folded codes of a call are looked up by their first two.
///
/// A finder of its own beside `Automaton`: it is built in no time and need not be fast on 80,000
/// patterns, only on the handful that an edit touches.
public struct TextFinder: Sendable {
  /// A text as it was found.
  public struct Match: Sendable, Equatable {
    /// Index of the text, as given at the start.
    public var text: Int
    /// The codes it covers.
    public var codes: Range<Int>
  }

  private let alphabet: Alphabet
  private var texts: [[UInt16]] = []
  /// Texts by their first code, and by their second too where they have one.
  private var byStart: [UInt32: [Int]] = [:]
  private var starts: [Bool]

  /// - Parameter texts: folded or not; a text that is empty or no pattern could hold is never found.
  public init(_ texts: [String], alphabet: Alphabet) {
    self.alphabet = alphabet
    starts = [Bool](repeating: false, count: 1 << 16)
    for (index, text) in texts.enumerated() {
      let codes = alphabet.codes(of: text)
      self.texts.append(codes)
      guard let first = codes.first, !codes.contains(where: { $0 < Alphabet.firstLetter })
      else { continue }
      byStart[Self.key(first, codes.count > 1 ? codes[1] : 0), default: []].append(index)
      starts[Int(first)] = true
    }
  }

  public var isEmpty: Bool { byStart.isEmpty }

  /// True if any of the texts occurs. O(codes × texts that begin alike).
  public func occurs(in text: borrowing FoldedText) -> Bool {
    var found = false
    scan(text) { _ in
      found = true
      return false
    }
    return found
  }

  /// All occurrences, ordered by start; overlapping ones too.
  public func matches(in text: borrowing FoldedText) -> [Match] {
    var matches: [Match] = []
    scan(text) {
      matches.append($0)
      return true
    }
    return matches
  }

  private func scan(_ text: borrowing FoldedText, _ body: (Match) -> Bool) {
    let codes = text.codes.table
    for start in codes.indices where starts[Int(codes[start])] {
      let second = start + 1 < codes.count ? codes[start + 1] : 0
      for key in [Self.key(codes[start], 0), Self.key(codes[start], second)] {
        for index in byStart[key] ?? [] {
          let wanted = texts[index]
          guard start + wanted.count <= codes.count,
            wanted.indices.allSatisfy({ wanted[$0] == codes[start + $0] })
          else { continue }
          if !body(Match(text: index, codes: start..<start + wanted.count)) { return }
        }
        if second == 0 { break }
      }
    }
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }
}

extension Alphabet {
  /// The dense codes of a text.
  public func codes(of text: String) -> [UInt16] {
    var folded = FoldedText()
    var text = text
    text.withUTF8 { unsafe encode(UnsafeRawBufferPointer($0), into: &folded) }
    return folded.codes.indices.map { folded.codes[$0] }
  }
}
