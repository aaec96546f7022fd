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
  public let origin: Contribution.Origin
}

extension DecisionView {
  /// The pieces that speak for a category or a danger, and the name that the place rests on if it
  /// was only heard alike, by their place in the text, then by the bytes of the term.
  /// O(n log n), allocates. Valid as long as the view.
  public func evidencePieces() -> [EvidencePiece] {
    var order: [UInt64] = []
    order.reserveCapacity(contributions.count)
    for index in contributions.indices {
      let start = UInt64(sourceRange(of: contributions[index]).lowerBound)
      order.append(start << 32 | UInt64(index))
    }
    order.sort()
    var pieces: [EvidencePiece] = []
    pieces.reserveCapacity(order.count + 1)
    for key in order { pieces.append(piece(contributions[Int(key & 0xFFFF_FFFF)])) }
    if let heard = heardPiece {
      let start = heard.range.lowerBound
      pieces.insert(heard, at: order.firstIndex { $0 >> 32 >= UInt64(start) } ?? order.count)
    }
    // Few begin at one place.
    for index in pieces.indices.dropFirst() {
      var at = index
      while at > 0, pieces[at].precedesAtSamePlace(pieces[at - 1]) {
        pieces.swapAt(at, at - 1)
        at -= 1
      }
    }
    return pieces
  }

  private func piece(_ item: Contribution) -> EvidencePiece {
    let lexicon = router.lexicon
    let source = Int(item.source)
    let term =
      switch item.origin {
      case .term: lexicon.patterns[source].text
      case .rule: lexicon.rules[source].id
      case .presumption: lexicon.categories[source].name
      case .mined: lexicon.minedText(source)
      }
    return EvidencePiece(
      term: lexicon.strings.utf8(term), range: sourceRange(of: item),
      target: .lexicon(item.kind, Int(item.target)), weight: item.weight, effect: item.effect,
      context: lexicon.strings.utf8(lexicon.contexts[Int(item.context)].id), origin: item.origin)
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
      origin: .term)
  }
}

extension EvidencePiece {
  fileprivate func precedesAtSamePlace(_ other: EvidencePiece) -> Bool {
    guard range.lowerBound == other.range.lowerBound else { return false }
    for index in 0..<min(term.count, other.term.count) where term[index] != other.term[index] {
      return term[index] < other.term[index]
    }
    return term.count < other.term.count
  }
}
