import Classifier
public import Comparison
import Pack
public import Routing

/// Labelled calls with what they are answered now.
public struct MiningCorpus: Sendable {
  public let calls: CallTable
  public let names: NameBook
  let router: Router
  let labels: [CallLabel]
  let outcomes: [Outcome]
  /// A number for each batch, so that hands can be counted; all 0 where the table has none.
  let hands: [Int]
  /// The folded Han characters of each call, 0 wherever something else stands.
  let texts: [[UInt16]]
  let hasHands: Bool

  /// Routes and folds the calls. Linear in the texts, on all cores.
  ///
  /// - Parameter fold: how the pack folds texts.
  /// - Throws: `CallFileError` for the first call without a label.
  public init(
    _ calls: CallTable, router: Router, fold: @Sendable (String) -> String
  ) throws(CallFileError) {
    var labels: [CallLabel] = []
    var hands: [Int] = []
    var numbers: [String: Int] = [:]
    for call in calls.indices {
      guard let label = calls.label(of: call) else {
        throw CallFileError(
          path: calls.path(of: call), line: calls.line(of: call),
          "没有标注；挖掘要有 policing、category、urgent 三列（见 corpora/README.md）")
      }
      labels.append(label)
      let batch = calls.cell("batch", of: call) ?? ""
      hands.append(numbers[batch, default: numbers.count])
      numbers[batch] = hands.last!
    }
    var names = NameBook()
    let reader = OutcomeReader(router, names: &names)
    outcomes = inParallel(calls.indices.count) { part in
      var scratch = router.makeScratch()
      return part.map { reader.outcome(of: $0, in: calls, scratch: &scratch) }
    }
    texts = inParallel(calls.indices.count) { part in
      part.map { Self.han(calls.text(of: $0), fold: fold) }
    }
    self.calls = calls
    self.router = router
    self.names = names
    self.labels = labels
    self.hands = hands
    hasHands = numbers.count > 1
  }

  public var count: Int { labels.count }

  /// Calls whose category, side or urgency is wrong now.
  public var wrongCount: Int { calls.indices.count(where: isWrong) }

  /// The name of a concept.
  public func name(ofConcept id: String) -> String {
    let lexicon = router.lexicon
    let index = lexicon.concepts.indices.first {
      lexicon.strings[lexicon.concepts[$0].id] == id
    }
    return index.map { lexicon.strings[lexicon.concepts[$0].name] } ?? id
  }

  /// True if the category, the side or the urgency is wrong now.
  func isWrong(_ call: Int) -> Bool {
    [.category, .side, .urgentLost].contains {
      outcomes[call].isRight($0, by: labels[call], names) == false
    }
  }

  /// True if calls of this class are not seen as such.
  func isMissed(_ call: Int, _ kind: MiningClass) -> Bool {
    guard kind.holds(labels[call]) else { return false }
    switch kind {
    case .urgent: return !outcomes[call].urgent
    case .category: return outcomes[call].isRight(.category, by: labels[call], names) == false
    }
  }

  /// How many hands wrote some calls: many where the table doesn't say.
  func handCount(_ calls: some Sequence<Int>) -> Int {
    hasHands ? Set(calls.map { hands[$0] }).count : .max
  }

  /// What speaks for a target where `holding` calls hold it.
  func evidence(_ holding: [Int], _ kind: MiningClass, of kindCount: Int) -> Contingency {
    Contingency(
      both: holding.count { kind.holds(labels[$0]) }, holding: holding.count, kind: kindCount,
      all: count)
  }

  /// A text's Han characters, folded; punctuation, spaces, digits and letters become one 0 each.
  static func han(_ text: String, fold: (String) -> String) -> [UInt16] {
    var units: [UInt16] = []
    // White space vanishes in folding but ends a clause.
    for part in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      for scalar in fold(String(part)).unicodeScalars {
        units.append(isHan(scalar) ? UInt16(scalar.value) : 0)
      }
      units.append(0)
    }
    return units
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || scalar == "〇"
  }
}

extension [UInt16] {
  var string: String { String(decoding: self, as: UTF16.self) }
}
