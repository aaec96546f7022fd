import CTextNorm

/// Folding as its definition says it, slowly: ICU's NFKC_Casefold of the whole text, then for each
/// code point variants, radicals and ICU's Hant-Hans until nothing changes.
@safe
final class ReferenceFold {
  private let converter: OpaquePointer
  private let scratch = UnsafeMutablePointer<UInt32>.allocate(capacity: 20)
  private let equivalents: [UInt32: UInt32]
  private let overlay: [UInt32: UInt32]
  private var known: [UInt32: UInt32] = [:]

  init() throws {
    unsafe converter = ctn_hant_hans_open()!
    equivalents = try ReferenceFold.dictionary(equivalentsPath)
    overlay = try ReferenceFold.dictionary(overlayPath)
  }

  deinit {
    unsafe ctn_hant_hans_close(converter)
    unsafe scratch.deallocate()
  }

  func fold(_ scalars: [UInt32]) -> [UInt32] { casefold(scalars).map(variant) }

  func casefold(_ scalars: [UInt32]) -> [UInt32] {
    unsafe called(scalars) { unsafe ctn_nfkc_casefold($0, $1, $2, $3) }
  }

  /// NFKC_Casefold of one scalar, nil if that is the scalar itself: quick for a million of them.
  func changedByCasefold(_ scalar: UInt32) -> [UInt32]? {
    unsafe scratch[19] = scalar
    let count = unsafe Int(ctn_nfkc_casefold(scratch + 19, 1, scratch, 18))
    if count == 1, unsafe scratch[0] == scalar { return nil }
    return unsafe Array(UnsafeBufferPointer(start: scratch, count: count))
  }

  /// Hant-Hans of a whole text.
  func simplified(_ scalars: [UInt32]) -> [UInt32] {
    unsafe called(scalars) { unsafe ctn_hant_hans_apply(converter, $0, $1, $2, $3) }
  }

  /// The steps behind normalization, for one scalar.
  func variant(_ scalar: UInt32) -> UInt32 {
    if let end = known[scalar] { return end }
    var current = scalar
    while true {
      let next = overlay[current] ?? equivalents[current] ?? hantHans(current)
      if next == current { break }
      current = casefold([next])[0]
    }
    if current != scalar || ctn_is_ideographic(scalar) { known[scalar] = current }
    return current
  }

  /// Punctuation is kept: Hant-Hans would turn 「」 into “”.
  private func hantHans(_ scalar: UInt32) -> UInt32 {
    ctn_is_ideographic(scalar) ? simplified([scalar])[0] : scalar
  }

  private func called(
    _ scalars: [UInt32],
    _ call: (UnsafePointer<UInt32>, Int32, UnsafeMutablePointer<UInt32>, Int32) -> Int32
  ) -> [UInt32] {
    var out = [UInt32](repeating: 0, count: 18 * scalars.count + 1)
    let count = unsafe call(scalars, Int32(scalars.count), &out, Int32(out.count))
    precondition(count >= 0 && Int(count) <= out.count)
    out.removeLast(out.count - Int(count))
    return out
  }

  private static func dictionary(_ path: String) throws -> [UInt32: UInt32] {
    try Dictionary(uniqueKeysWithValues: pairs(path).map { ($0.value, $1.value) })
  }
}
