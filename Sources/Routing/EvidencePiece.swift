public import Classifier
import Jurisdiction
public import Pack

/// A piece of evidence whose texts lie in the pack: what `Decision.Evidence` is a copy of.
public struct EvidencePiece: Sendable {
  public enum Target: Sendable {
    /// A row of the lexicon.
    case lexicon(TargetKind, Int)
    /// A name of the gazetteer that the text only sounds like.
    case place(Int)
  }

  public let term: Table<UInt8>
  /// Byte range in the caller's text.
  public let range: Range<Int>
  public let target: Target
  public let weight: Float
  public let effect: Float
  public let context: Table<UInt8>
  /// Row of the context, nil if the lexicon has none for it.
  let contextIndex: Int?
  public let origin: Contribution.Origin
}

extension DecisionView {
  /// The pieces that speak for a category or a danger, and the name that the place rests on if it
  /// was only heard alike, by their place in the text, then by the bytes of the term.
  /// O(n log n), allocates. Valid as long as the view.
  public func evidencePieces() -> [EvidencePiece] { evidenceOrder().map { evidence($0) } }

  /// Keys of the pieces, in that order: where the piece begins, then its index.
  func evidenceOrder() -> [UInt64] {
    var order: [UInt64] = []
    order.reserveCapacity(contributions.count + 1)
    for index in contributions.indices {
      let start = UInt64(sourceRange(of: contributions[index]).lowerBound)
      order.append(start << 32 | UInt64(index))
    }
    if let heard = heardPiece {
      order.append(UInt64(heard.range.lowerBound) << 32 | Self.heardKey)
    }
    order.sort()
    // Few begin at one place.
    for index in order.indices.dropFirst() {
      var at = index
      while at > 0, order[at] >> 32 == order[at - 1] >> 32, precedes(order[at], order[at - 1]) {
        order.swapAt(at, at - 1)
        at -= 1
      }
    }
    return order
  }

  /// By the bytes of the term. What one term says twice keeps its order.
  private func precedes(_ key: UInt64, _ other: UInt64) -> Bool {
    let (first, second) = (index(of: key), index(of: other))
    if let first, let second {
      let (one, two) = (contributions[first], contributions[second])
      if one.origin == two.origin, one.source == two.source { return false }
      return term(of: one).precedes(term(of: two))
    }
    return evidence(key).term.precedes(evidence(other).term)
  }

  /// The piece of a key.
  func evidence(_ key: UInt64) -> EvidencePiece {
    guard let index = index(of: key) else { return heardPiece! }
    return piece(contributions[index])
  }

  /// Index of the contribution, nil for the name that was heard.
  private func index(of key: UInt64) -> Int? {
    let index = key & Self.heardKey
    return index == Self.heardKey ? nil : Int(index)
  }

  private static var heardKey: UInt64 { 0xFFFF_FFFF }

  private func piece(_ item: Contribution) -> EvidencePiece {
    EvidencePiece(
      term: term(of: item), range: sourceRange(of: item),
      target: .lexicon(item.kind, Int(item.target)), weight: item.weight, effect: item.effect,
      context: router.lexicon.strings.utf8(router.lexicon.contexts[Int(item.context)].id),
      contextIndex: Int(item.context), origin: item.origin)
  }

  private func term(of item: Contribution) -> Table<UInt8> {
    let lexicon = router.lexicon
    let source = Int(item.source)
    let term =
      switch item.origin {
      case .term: lexicon.patterns[source].text
      case .rule: lexicon.rules[source].id
      case .presumption: lexicon.categories[source].name
      case .mined: lexicon.minedText(source)
      }
    return lexicon.strings.utf8(term)
  }

  private var heardPiece: EvidencePiece? {
    guard let heard = place.heard else { return nil }
    let gazetteer = router.gazetteer
    let context = Decision.Evidence.homophone
    return EvidencePiece(
      term: gazetteer.strings.utf8(gazetteer.places[Int(heard.place)].name),
      range: sourceRange(from: heard.start, to: heard.end), target: .place(Int(heard.place)),
      weight: heard.weight, effect: 0,
      context: unsafe Table(base: context.utf8Start, count: context.utf8CodeUnitCount),
      contextIndex: nil,
      origin: .term)
  }
}

extension Table<UInt8> {
  /// Byte by byte; a part precedes the whole.
  fileprivate func precedes(_ other: Table<UInt8>) -> Bool {
    for index in 0..<min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}
