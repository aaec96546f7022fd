import Automaton
public import Pack

/// A place that a name may mean.
@frozen
public struct NationalCandidate: BitwiseCopyable, Sendable {
  /// See `AreaRecord`.
  public var rank: UInt32
  /// Index of the area, or of the township that the village lies in.
  public var area: UInt32
}

/// A name found in a text.
@frozen
public struct NationalName: BitwiseCopyable, Sendable {
  /// Where it stands, in bytes of the text.
  public var start: UInt32
  public var end: UInt32
  /// What it may mean: indices of `NationalScratch.candidates`.
  public var firstCandidate: UInt32
  public var candidateCount: UInt32

  @inlinable
  public var candidates: Range<Int> {
    Int(firstCandidate)..<Int(firstCandidate) + Int(candidateCount)
  }
}

/// A county, and how many of the names in a text may lie in it or hold it.
@frozen
public struct CountyVotes: BitwiseCopyable, Sendable {
  /// Number of the county.
  public var county: UInt32
  public var names: UInt32
}

/// Working memory of `NationalGazetteer.find`, owned by the caller and reused; afterwards what was
/// found.
public struct NationalScratch: ~Copyable {
  /// The names, in the order of the text.
  public internal(set) var names = Buffer<NationalName>(capacity: NationalGazetteer.nameLimit)
  /// What they may mean, in the order of ranks.
  public internal(set) var candidates = Buffer<NationalCandidate>(capacity: 4096)
  /// The counties that most names agree on.
  public internal(set) var counties = Buffer<CountyVotes>(capacity: 256)

  var text = FoldedText()
  var hits = Buffer<Hit>(capacity: 256)
  /// The longest names, apart from each other.
  var mentions = Buffer<Hit>(capacity: 64)
  /// For each county how many names voted, and one more than the last of them.
  var votes: Buffer<UInt16>
  var lastVoters: Buffer<UInt16>

  public init(for gazetteer: NationalGazetteer) {
    votes = Buffer(capacity: gazetteer.counties.count)
    lastVoters = Buffer(capacity: gazetteer.counties.count)
  }

  mutating func reset() {
    names.removeAll()
    candidates.removeAll()
    counties.removeAll()
    hits.removeAll()
    mentions.removeAll()
  }
}
