import Classifier
import Comparison
import Pack
public import PackBuilder
import Routing

/// Proposes rows for the hand-written tables from labelled calls.
///
/// Deterministic: the same lexicon, calls and options give the same rows in the same order.
public struct Miner {
  public struct Options: Sendable {
    /// Calls of the kind a proposal must occur in, by at least two hands where hands are known.
    public var leastCalls = 3
    public var leastHands = 2
    /// The bound on the share of false discoveries.
    public var falseDiscovery = 0.05
    /// Rows of each table.
    public var limit = 20
    /// Only rows for this category; `!` is danger.
    public var category: String?
    /// Only rows that mend a call which is answered wrongly now.
    public var errorsOnly = false
    /// Share of the calls holding a term that must be of its kind.
    public var leastPrecision = 0.6

    public init() {}
  }

  let corpus: MiningCorpus
  let options: Options
  let fold: (String) -> String
  let known: KnownRows
  let places: PlaceNames
  /// The classes that calls are labelled with, and how many calls each has.
  let classes: [MiningClass: Int]

  /// - Parameter fold: how the pack folds texts.
  public init(
    _ corpus: MiningCorpus, folder: SourceFolder, fold: @escaping (String) -> String,
    options: Options
  ) {
    self.corpus = corpus
    self.options = options
    self.fold = fold
    known = KnownRows(corpus.router.lexicon, folder, fold: fold)
    places = PlaceNames(folder, fold: fold)
    let wanted = options.category
    var classes: [MiningClass: Int] = [:]
    for label in corpus.labels {
      for id in label.categories where wanted == nil || wanted == id {
        classes[.category(id), default: 0] += 1
      }
      if label.urgent, wanted == nil || wanted == "!" { classes[.urgent, default: 0] += 1 }
    }
    self.classes = classes
  }

  /// Everything worth trying for a table, best first: what would mend most, then what is surest.
  public func candidates(_ table: Proposal.Table) -> [Proposal] {
    switch table {
    case .terms: terms()
    case .exclusions: exclusions()
    case .rules: rules()
    }
  }

  /// A candidate before its q-value is known.
  struct Candidate {
    var kind: MiningClass
    var texts: [String]
    var inner: String?
    var evidence: Contingency
    var calls: [Int]
    var hits: Int
    /// Calls answered wrongly now that it may mend.
    var missed: Int
  }

  /// Bounds the false discoveries and puts what is left in order.
  ///
  /// - Parameter tests: how many tests were made, those included that came out badly.
  func discoveries(_ found: [Candidate], tests: Int) -> [(candidate: Candidate, q: Double)] {
    let values = FalseDiscovery.qValues(found.map(\.evidence.chance), tests: tests)
    return zip(found, values).filter { $0.1 <= options.falseDiscovery }
      .map { (candidate: $0.0, q: $0.1) }
      .sorted { first, second in
        let (a, b) = (first.candidate, second.candidate)
        if a.missed != b.missed { return a.missed > b.missed }
        let (x, y) = (a.evidence.logLikelihoodRatio, b.evidence.logLikelihoodRatio)
        if x != y { return x > y }
        if a.texts[0].count != b.texts[0].count { return a.texts[0].count > b.texts[0].count }
        return (a.texts, a.inner ?? "").0.lexicographicallyPrecedes(b.texts)
      }
  }

  /// The danger that a row for urgency speaks of: the one most of its emergencies show now.
  func target(_ kind: MiningClass, calls: [Int]) -> MiningTarget {
    guard case .category(let id) = kind else { return .danger(danger(of: calls)) }
    return .category(id)
  }

  private func danger(of calls: [Int]) -> String {
    let router = corpus.router
    let lexicon = router.lexicon
    var scratch = router.makeScratch()
    var counts: [Int: Int] = [:]
    for call in calls where corpus.labels[call].urgent {
      let danger = unsafe corpus.calls.withText(of: call) { text in
        unsafe router.route(utf8: text, scratch: &scratch) { $0.verdict.danger }
      }
      if let danger, danger != Int(lexicon.settings.unnamedDanger) {
        counts[danger, default: 0] += 1
      }
    }
    let best = counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
    return lexicon.strings[lexicon.dangers[best ?? Int(lexicon.settings.unnamedDanger)].id]
  }
}
