import Automaton
import Classifier
import Jurisdiction
import Pack
import TextNorm

/// Finds the words on which a decision hangs, by routing the call again without each of them.
///
/// A word is taken away by a mark in the place of each of its codes that no pattern knows: the
/// text keeps its length, its clauses and the distances in it, and nothing new arises at the seam.
/// Mined sequences that reach into the word go with it. For tools: it allocates.
public struct BoundaryFinder: Sendable {
  /// A call is routed at most so many times again.
  public static let mostRoutes = 64

  public let router: Router
  let vocabulary: WordVocabulary
  /// The mark, in UTF-8.
  private let mark: [UInt8]

  /// Collects the patterns that may be tried. O(patterns).
  public init(_ router: Router) {
    self.router = router
    vocabulary = WordVocabulary(router)
    mark = Self.unknownScalar(to: router.alphabet)
  }

  /// A scalar of private use that the alphabet knows nothing of.
  private static func unknownScalar(to alphabet: Alphabet) -> [UInt8] {
    var text = FoldedText()
    let privateUse = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar($0 as UInt32) }
    let marks = privateUse.map { Array(String(Character($0)).utf8) }
    return marks.first { mark in
      unsafe mark.withUnsafeBytes { unsafe alphabet.encode($0, into: &text) }
      return text.count == 1 && text.codes[0] == Alphabet.other
    } ?? Array("\u{FFFD}".utf8)
  }

  /// The boundaries of a call's decision. At most 1 + `mostRoutes` times the cost of routing it.
  public func find(in call: String, scratch: inout Scratch) -> Boundaries {
    find(utf8: Array(call.utf8), scratch: &scratch)
  }

  /// The same for bytes as they came, which need not be well-formed: ranges are theirs.
  public func find(utf8 bytes: [UInt8], scratch: inout Scratch) -> Boundaries {
    let (decision, verdict, pieces) = unsafe bytes.withUnsafeBytes {
      unsafe router.route(utf8: $0, scratch: &scratch) { view in
        (Decision(view), view.verdict, view.contributions.indices.map { view.contributions[$0] })
      }
    }
    let reading = CallReading(bytes, router.alphabet, scratch: scratch)
    // A category that a danger turned into the winner is no rival of it.
    let turned = verdict.subject == verdict.category ? nil : verdict.subject
    let second = decision.alternatives.first { $0.id != turned.map(categoryID) }
    var found = Boundaries(
      outcome: Boundaries.Outcome(decision), words: [], second: second,
      behind: decision.category.score - (second?.score ?? 0),
      urgency: Double(verdict.urgency),
      routes: 0)
    for candidate in reading.candidates(pieces, vocabulary, scratch: scratch) {
      if found.routes == Self.mostRoutes { break }
      if !candidate.isIndependent,
        found.words.contains(where: { $0.range.overlaps(reading.source(of: candidate.codes)) })
      {
        continue
      }
      let outcome = outcome(of: reading.without(candidate.codes, mark: mark), scratch: &scratch)
      found.routes += 1
      if outcome != found.outcome {
        found.words.append(reading.word(candidate, becomes: outcome))
      }
    }
    found.words = Self.distinct(found.words).enumerated().sorted { first, second in
      let grave = first.element.becomes.weight(against: found.outcome)
      let other = second.element.becomes.weight(against: found.outcome)
      if grave != other { return grave > other }
      return (first.element.range.lowerBound, first.offset)
        < (second.element.range.lowerBound, second.offset)
    }.map(\.element)
    return found
  }

  /// Of words that overlap and change the same, only the shortest, and of equally long ones the
  /// one tried first: 煤气 speaks for 煤气味.
  private static func distinct(_ words: [Boundaries.Word]) -> [Boundaries.Word] {
    words.indices.filter { index in
      !words.indices.contains { other in
        other != index && words[other].becomes == words[index].becomes
          && words[other].range.overlaps(words[index].range)
          && (words[other].range.count, other) < (words[index].range.count, index)
      }
    }.map { words[$0] }
  }

  private func categoryID(_ index: Int) -> String {
    router.lexicon.strings[router.lexicon.categories[index].id]
  }

  private func outcome(of bytes: [UInt8], scratch: inout Scratch) -> Boundaries.Outcome {
    unsafe bytes.withUnsafeBytes {
      unsafe router.route(utf8: $0, scratch: &scratch) { Boundaries.Outcome(Decision($0)) }
    }
  }
}

/// The words of the lexicon that are no evidence themselves, by their folded text.
struct WordVocabulary: Sendable {
  private(set) var concepts: Set<String> = []
  private(set) var cues: Set<String> = []
  private(set) var exclusions: Set<String> = []
  /// Most characters in any of them.
  private(set) var longest = 0

  init(_ router: Router) {
    let lexicon = router.lexicon
    for index in lexicon.patterns.indices {
      let pattern = lexicon.patterns[index]
      func isA(_ kind: TargetKind) -> Bool { pattern.kinds & (1 << UInt16(kind.rawValue)) != 0 }
      guard isA(.concept) || isA(.cue) || isA(.exclusion) else { continue }
      let text = router.alphabet.fold.foldedString(lexicon.strings[pattern.text])
        .filter { !$0.isWhitespace }
      longest = max(longest, text.unicodeScalars.count)
      if isA(.concept) { concepts.insert(text) }
      if isA(.cue) { cues.insert(text) }
      if isA(.exclusion) { exclusions.insert(text) }
    }
  }
}
