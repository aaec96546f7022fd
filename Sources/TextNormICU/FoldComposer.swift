import TextNorm

/// Composes a fold table from ICU's data and two reviewed lists:
/// NFKC_Casefold → equivalent unified ideographs → Hant-Hans of each code point → variants, repeated
/// until nothing changes, so that folding is idempotent.
///
/// Used where packs are compiled; the running library reads the result with `FoldTable`. The same
/// lists and the same ICU give the same bytes.
public struct FoldComposer: Sendable {
  public typealias Pair = (Unicode.Scalar, Unicode.Scalar)

  private let equivalents: [Pair]
  private let overlay: [Pair]

  /// - Parameters:
  ///   - equivalents: radical or stroke → the ideograph it looks like
  ///     (`lexicons/base/normalization/equivalent_unified_ideograph.tsv`); ICU 72 doesn't know them.
  ///   - overlay: variant → what it folds to (`lexicons/base/normalization/variants.tsv`). It goes
  ///     before ICU: a row with a character on both sides keeps ICU from changing that character.
  public init(equivalents: [Pair], overlay: [Pair]) {
    self.equivalents = equivalents
    self.overlay = overlay
  }

  /// The bytes of a fold table, for `FoldTable(copying:)` or a section of a pack that is aligned to 8.
  ///
  /// - Complexity: linear in the number of code points; under a second.
  /// - Throws: `FoldComposerError` with every row that can't be used and why.
  public func compose() throws(FoldComposerError) -> [UInt8] {
    guard let icu = ICU() else {
      throw FoldComposerError(problems: [
        .init(list: .icu, row: nil, message: "ICU's data is missing: apt-get install libicu-dev")
      ])
    }
    let variants = try VariantClosure(icu: icu, equivalents: equivalents, overlay: overlay)
    var contents = FoldContents(icuVersion: ICU.version, unicodeVersion: ICU.unicodeVersion)
    let pairs = CompositionPairs(icu: icu)
    contents.pairs = pairs.pairs
    for scalar in ICU.characters {
      if icu.isInert(scalar) {
        let fold = variants.target(of: scalar)
        contents.setSimple(scalar, fold)
        if !contents.isSimple(scalar, fold) {
          let item = FoldItem(scalar: fold, combiningClass: 0, composesBackward: false)
          contents.setSequence(scalar, follower: false, [item])
        }
      } else {
        add(scalar, icu, variants, pairs, &contents)
      }
    }
    return try contents.serialized()
  }

  /// A code point that normalization changes, or that takes part in changes of its neighbours.
  private func add(
    _ scalar: UInt32, _ icu: ICU, _ variants: VariantClosure, _ pairs: CompositionPairs,
    _ contents: inout FoldContents
  ) {
    let folded = icu.casefold(scalar).map(variants.target)
    let follower = !icu.hasBoundaryBefore(scalar)
    if folded.count == 1, !follower { contents.setSimple(scalar, folded[0]) }
    // Hangul syllables stay composed: the reader composes Hangul by arithmetic.
    if folded == [scalar], 0xAC00...0xD7A3 ~= scalar { return }
    let items = icu.decomposed(folded).map { part in
      FoldItem(
        scalar: part, combiningClass: icu.combiningClass(part),
        composesBackward: pairs.seconds.contains(part))
    }
    let plain = items.count == 1 && items[0].combiningClass == 0 && !follower
    if plain, contents.isSimple(scalar, items[0].scalar) { return }
    contents.setSequence(scalar, follower: follower, items)
  }
}
