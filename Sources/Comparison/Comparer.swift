import Automaton
public import Classifier
import Pack
public import Routing

/// A call that two packs answer differently.
public struct Change: Sendable, Equatable {
  /// Index of the call in its table.
  public var call: Int
  public var before: Outcome
  public var after: Outcome
}

/// Two packs whose answers are compared call by call.
public struct Comparer: Sendable {
  public let names: NameBook
  private let before: OutcomeReader
  private let after: OutcomeReader

  public init(before: Router, after: Router) {
    var names = NameBook()
    self.before = OutcomeReader(before, names: &names)
    self.after = OutcomeReader(after, names: &names)
    self.names = names
  }

  /// The calls that an edit can touch: those that hold one of its texts; nil means all.
  ///
  /// A new character may change what the scanner makes of any call, so then it is all of them.
  /// O(bytes).
  public func calls(touchedBy edit: LexiconEdit, in calls: CallTable) -> [Int]? {
    let alphabet = after.router.alphabet
    guard case .rows(let texts, let concepts) = edit else {
      return edit == .nothing ? [] : nil
    }
    guard before.router.alphabet.hasSameLetters(as: alphabet) else { return nil }
    let wanted = texts.union(before.router.lexicon.terms(of: concepts))
      .union(after.router.lexicon.terms(of: concepts))
    let finder = TextFinder(wanted.sorted(), alphabet: alphabet)
    if finder.isEmpty { return [] }
    return inParallel(calls.indices.count) { part in
      var text = FoldedText()
      return part.filter { call in
        unsafe calls.withText(of: call) { unsafe alphabet.encode($0, into: &text) }
        return finder.occurs(in: text)
      }
    }
  }

  /// Routes calls by both packs, on all cores, and lists those that differ, in their order.
  ///
  /// Linear in the texts; a string is made for none.
  ///
  /// - Parameter touched: the calls to look at; nil means all.
  public func changes(in calls: CallTable, among touched: [Int]? = nil) -> [Change] {
    inParallel(touched?.count ?? calls.indices.count) { part in
      var first = before.router.makeScratch()
      var second = after.router.makeScratch()
      return part.compactMap { index in
        let call = touched?[index] ?? index
        let old = before.outcome(of: call, in: calls, scratch: &first)
        let new = after.outcome(of: call, in: calls, scratch: &second)
        return old == new ? nil : Change(call: call, before: old, after: new)
      }
    }
  }
}

extension Lexicon {
  /// All texts that stand for one of the concepts.
  public func terms(of wanted: Set<String>) -> Set<String> {
    if wanted.isEmpty { return [] }
    let indices = Set(concepts.indices.filter { wanted.contains(strings[concepts[$0].id]) })
    var terms: Set<String> = []
    for pattern in patterns.indices {
      let record = patterns[pattern]
      for posting in Int(record.firstPosting)..<Int(record.firstPosting) + Int(record.postingCount)
      where postings[posting].kind == .concept && indices.contains(Int(postings[posting].target)) {
        terms.insert(strings[record.text])
      }
    }
    return terms
  }
}

extension Alphabet {
  /// True if both know the same characters, whatever their codes.
  func hasSameLetters(as other: Alphabet) -> Bool {
    func kind(_ code: UInt16) -> UInt16 {
      code < Alphabet.firstLetter || code >= Alphabet.space ? code : Alphabet.firstLetter
    }
    return codes.indices.allSatisfy { kind(codes[$0]) == kind(other.codes[$0]) }
      && astral.count == other.astral.count
      && astral.indices.allSatisfy { astral[$0].scalar == other.astral[$0].scalar }
  }
}
