import Automaton
import Pack

/// What a text says of the county.
@frozen
public enum NationalStatus: UInt8, Sendable {
  /// No name is in it.
  case none
  /// One county fits all names.
  case county
  /// Several fit all names, or none does.
  case ambiguous

  public var name: String {
    switch self {
    case .none: "none"
    case .county: "county"
    case .ambiguous: "ambiguous"
    }
  }
}

extension NationalGazetteer {
  /// Names beyond so many don't count, so that no text takes more time or memory than its length and
  /// this explain.
  public static let nameLimit = 64

  /// Finds names of places in a text, and the county they agree on.
  ///
  /// 1. Where names overlap the longest counts.
  /// 2. Names side by side narrow each other: see `narrowByNeighbours`.
  /// 3. Each name votes for the counties it may lie in, or hold. If one county has the votes of all, it
  ///    is the county, and names keep only what fits it.
  ///
  /// What was found stands in `scratch` until the next call. O(bytes) and allocates nothing once
  /// `scratch` has seen a text as long.
  public func find(in utf8: UnsafeRawBufferPointer, scratch: inout NationalScratch)
    -> NationalStatus
  {
    scratch.reset()
    unsafe alphabet.encode(utf8, into: &scratch.text)
    findNames(scratch: &scratch)
    if scratch.names.isEmpty { return .none }
    narrowByNeighbours(scratch: &scratch)
    countVotes(scratch: &scratch)
    guard scratch.counties.count == 1, Int(scratch.counties[0].names) == scratch.names.count
    else { return .ambiguous }
    keepOnly(county: scratch.counties[0].county, scratch: &scratch)
    return .county
  }

  /// The same for a span of bytes.
  public func find(in utf8: Span<UInt8>, scratch: inout NationalScratch) -> NationalStatus {
    unsafe utf8.withUnsafeBytes { unsafe find(in: $0, scratch: &scratch) }
  }

  /// The same for a string.
  public func find(in text: String, scratch: inout NationalScratch) -> NationalStatus {
    var text = text
    return text.withUTF8 { unsafe find(in: UnsafeRawBufferPointer($0), scratch: &scratch) }
  }

  private func findNames(scratch: inout NationalScratch) {
    matcher.scan(scratch.text.codes.table, into: &scratch.hits)
    for index in scratch.hits.indices { scratch.mentions.keepLongest(scratch.hits[index]) }
    if scratch.mentions.count > Self.nameLimit {
      scratch.mentions.removeLast(scratch.mentions.count - Self.nameLimit)
    }
    for index in scratch.mentions.indices {
      let mention = scratch.mentions[index]
      let first = scratch.candidates.count
      ranks.forEach(of: mention.pattern) {
        scratch.candidates.append(NationalCandidate(rank: $0, area: area(at: $0)))
      }
      scratch.names.append(
        NationalName(
          start: scratch.text.starts[Int(mention.start)],
          end: scratch.text.ends[Int(mention.end) - 1], firstCandidate: UInt32(first),
          candidateCount: UInt32(scratch.candidates.count - first)))
    }
  }
}
