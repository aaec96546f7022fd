/// How text is folded, so that what means the same compares equal: NFKC_Casefold (full width → half
/// width, upper → lower case, ignorable characters dropped, composed), radicals → ideographs,
/// traditional → simplified characters, one code point at a time, and a reviewed list of variants.
/// Folding is idempotent.
///
/// A table is compiled by `FoldComposer` (module `TextNormICU`) and read in place by this type, which
/// needs neither ICU nor Foundation. It is immutable: any number of threads may use one at once.
///
/// ## A loop of one's own
/// A scanner that maps code points straight to codes of its own composes them with `simpleFold`, marks
/// every code point for which that is `careMarker`, and at a marked one at byte `i` does
///
///     start = i
///     if table.isFollower(c), the scalar before i was emitted by this loop (not by foldSegment) {
///       drop that one code; start = its first byte
///     }
///     i = table.foldSegment(utf8: text, from: start, into: &sink)
///
/// Whatever the loop emits is exactly one code, so there is never more than one to drop.
@safe
public struct FoldTable: Sendable {
  /// Stands in `bmp` and in the answer of `simpleFold` for “not one-to-one, or not regardless of its
  /// neighbours: use `foldSegment`”. It is a surrogate, so no scalar folds to it.
  public static let careMarker: UInt16 = 0xD800

  /// A segment is cut after this many scalars without a normalization boundary before them, so that
  /// folding takes linear time. Only text that runs on longer (30 is Unicode's own limit for
  /// stream-safe text) folds otherwise than ICU would.
  public static let maximumFollowers = 32

  @usableFromInline let image: FoldImage
  private let owner: AlignedBytes?

  /// Uses `bytes` in place, without copying: they start at a multiple of 8, and the caller keeps them
  /// alive and unchanged as long as the table is in use. Bytes beyond the table's own are ignored.
  ///
  /// - Complexity: O(size of the table), about 0.1 ms.
  /// - Throws: `FoldTableError` if the bytes aren't a sound table; a table that passes can't make a
  ///   later call read outside of them, whatever they say.
  public init(validating bytes: UnsafeRawBufferPointer) throws(FoldTableError) {
    image = try unsafe FoldImage.validated(bytes)
    owner = nil
  }

  /// A table with a copy of `bytes` of its own.
  ///
  /// - Throws: as `init(validating:)`.
  public init(copying bytes: [UInt8]) throws(FoldTableError) {
    let copy = AlignedBytes(copying: bytes)
    image = try unsafe FoldImage.validated(copy.buffer)
    owner = copy
  }

  /// 65,536 entries: BMP code point → its fold (one scalar of the BMP) or `careMarker`; surrogates are
  /// marked too. Valid as long as the table's memory.
  @inlinable
  public var bmp: UnsafePointer<UInt16> { unsafe image.direct }

  /// Bytes of the table.
  public var byteCount: Int { Int(image.field(.byteCount)) }

  /// The ICU that composed the table: major << 16 | minor << 8 | patch.
  public var icuVersion: UInt32 { image.field(.icuVersion) }

  /// The Unicode version of its data, likewise.
  public var unicodeVersion: UInt32 { image.field(.unicodeVersion) }
}
