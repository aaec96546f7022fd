import Automaton
import Classifier
import Jurisdiction
import Pack
import TextNorm

/// A call as the scanner saw it, with what stood where, after the scratch has gone on.
struct CallReading {
  /// A word to be tried, in codes.
  struct Candidate {
    var codes: Range<Int>
    var kind: Boundaries.Word.Kind

    /// False for what says nothing new where it overlaps a word that was found.
    var isIndependent: Bool { kind == .term || kind == .place }
  }

  private let bytes: [UInt8]
  private let starts: [Int]
  private let ends: [Int]
  /// The folded text of each code.
  private let letters: [String]

  init(_ bytes: [UInt8], _ alphabet: Alphabet, scratch: borrowing Scratch) {
    self.bytes = bytes
    starts = scratch.text.starts.indices.map { Int(scratch.text.starts[$0]) }
    ends = scratch.text.ends.indices.map { Int(scratch.text.ends[$0]) }
    letters = zip(starts, ends).map { start, end in
      alphabet.fold.foldedString(String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  /// What may be taken away, what weighs most first: terms; concepts of the rules that fired;
  /// words that weaken others; names of places; mined sequences. Each word once.
  ///
  /// A word that cuts through an exclusion takes it along (锅 of 火锅): what the exclusion hides
  /// must stay hidden. O(codes × longest pattern).
  func candidates(
    _ pieces: [Contribution], _ vocabulary: WordVocabulary, scratch: borrowing Scratch
  ) -> [Candidate] {
    func strongest(_ origin: Contribution.Origin) -> [Contribution] {
      pieces.filter { $0.origin == origin && $0.effect != 0 && $0.end > $0.start }
        .enumerated().sorted {
          (-abs($0.element.effect), $0.offset) < (-abs($1.element.effect), $1.offset)
        }.map(\.element)
    }
    func codes(_ piece: Contribution) -> Range<Int> { Int(piece.start)..<Int(piece.end) }
    let terms = strongest(.term).map(codes)
    let ruled = strongest(.rule).map(codes)
    let concepts = words(in: vocabulary.concepts, upTo: vocabulary.longest).filter { word in
      ruled.contains { $0.contains(word.lowerBound) && word.upperBound <= $0.upperBound }
        && !terms.contains { $0.lowerBound <= word.lowerBound && word.upperBound <= $0.upperBound }
    }
    let isWeakened = pieces.contains { $0.context != 0 }
    let cues = isWeakened ? words(in: vocabulary.cues, upTo: vocabulary.longest) : []
    let places = scratch.places.evidence.indices.map { scratch.places.evidence[$0] }
      .filter { $0.end > $0.start && Int($0.end) <= letters.count }
      .map { Int($0.start)..<Int($0.end) }
    let mined = strongest(.mined).map(codes)

    let exclusions = words(in: vocabulary.exclusions, upTo: vocabulary.longest)
    var seen: Set<[String]> = []
    var candidates: [Candidate] = []
    for (kind, words) in [
      (Boundaries.Word.Kind.term, terms), (.concept, concepts), (.cue, cues), (.place, places),
      (.mined, mined),
    ] {
      for word in words {
        let whole = widened(word, by: exclusions)
        if seen.insert(Array(letters[whole])).inserted {
          candidates.append(Candidate(codes: whole, kind: kind))
        }
      }
    }
    return candidates
  }

  /// The longest pattern at each code, those inside another left out.
  private func words(in patterns: Set<String>, upTo longest: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in letters.indices {
      var text = ""
      var end = start
      for code in start..<min(start + longest, letters.count) {
        text += letters[code]
        if patterns.contains(text) { end = code + 1 }
      }
      if end > start, end > found.last?.upperBound ?? 0 { found.append(start..<end) }
    }
    return found
  }

  private func widened(_ word: Range<Int>, by exclusions: [Range<Int>]) -> Range<Int> {
    exclusions.reduce(word) { word, exclusion in
      guard exclusion.overlaps(word) else { return word }
      return min(
        word.lowerBound, exclusion.lowerBound)..<max(
          word.upperBound, exclusion.upperBound)
    }
  }

  /// The bytes that some codes stand for.
  func source(of codes: Range<Int>) -> Range<Int> {
    starts[codes.lowerBound]..<ends[codes.upperBound - 1]
  }

  func word(_ candidate: Candidate, becomes outcome: Boundaries.Outcome) -> Boundaries.Word {
    let range = source(of: candidate.codes)
    return Boundaries.Word(
      text: String(decoding: bytes[range], as: UTF8.self), range: range, kind: candidate.kind,
      becomes: outcome)
  }

  /// The call with a mark in the place of each code of a word, wherever it stands. Spaces and
  /// what else leaves no code stay. O(codes × word).
  func without(_ word: Range<Int>, mark: [UInt8]) -> [UInt8] {
    var isMasked = [Bool](repeating: false, count: letters.count)
    for start in letters.indices.dropLast(word.count - 1)
    where letters[start..<start + word.count] == letters[word] {
      for code in start..<start + word.count { isMasked[code] = true }
    }
    var result: [UInt8] = []
    var position = 0
    for code in letters.indices where isMasked[code] {
      // Several codes may stand for one character (㎏): one mark each.
      if starts[code] >= position {
        result += bytes[position..<starts[code]]
        position = ends[code]
      }
      result += mark
    }
    return result + bytes[position...]
  }
}
