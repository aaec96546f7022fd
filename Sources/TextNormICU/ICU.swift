import CTextNorm

/// ICU's answers about scalars, the only place of this module that hands pointers to C.
///
/// `ICU()` fails where ICU lacks its data. Not `Sendable`: ICU's transliterator serves one thread.
@safe
final class ICU {
  private let converter: OpaquePointer

  init?() {
    guard ctn_available(), let converter = unsafe ctn_hant_hans_open() else { return nil }
    unsafe self.converter = converter
  }

  deinit { unsafe ctn_hant_hans_close(converter) }

  static var version: UInt32 { ctn_icu_version() }
  static var unicodeVersion: UInt32 { ctn_unicode_version() }

  /// The code points that may be characters: planes 4 to 13 are empty, 15 and 16 private, so that
  /// normalization leaves them alone.
  static let characters: [UInt32] =
    Array(0..<0xD800) + Array(0xE000..<0x4_0000) + Array(0xE_0000..<0xE_1000)

  func combiningClass(_ scalar: UInt32) -> UInt8 { ctn_combining_class(scalar) }
  func hasBoundaryBefore(_ scalar: UInt32) -> Bool { ctn_has_boundary_before(scalar) }
  func isInert(_ scalar: UInt32) -> Bool { ctn_is_inert(scalar) }
  func isIdeographic(_ scalar: UInt32) -> Bool { ctn_is_ideographic(scalar) }

  /// NFKC_Casefold of one code point: 0…18 scalars.
  func casefold(_ scalar: UInt32) -> [UInt32] {
    unsafe transformed([scalar]) { unsafe ctn_nfkc_casefold($0, $1, $2, $3) }
  }

  /// Full canonical decomposition.
  func decomposed(_ scalars: [UInt32]) -> [UInt32] {
    unsafe transformed(scalars) { unsafe ctn_nfd($0, $1, $2, $3) }
  }

  /// Hant-Hans of one code point alone, which is a table free of context.
  func simplified(_ scalar: UInt32) -> [UInt32] {
    unsafe transformed([scalar]) { unsafe ctn_hant_hans_apply(converter, $0, $1, $2, $3) }
  }

  /// The code points that Hant-Hans may change, in order.
  func traditional() -> [UInt32] {
    let room = unsafe Int(max(0, ctn_hant_hans_sources(converter, nil, 0)))
    return unsafe [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      count = unsafe Int(ctn_hant_hans_sources(converter, out, Int32(room)))
    }
  }

  /// The two scalars that compose to this one.
  func compositionPair(_ scalar: UInt32) -> (first: UInt32, second: UInt32)? {
    var first: UInt32 = 0
    var second: UInt32 = 0
    return unsafe ctn_composition_pair(scalar, &first, &second) ? (first, second) : nil
  }

  /// Calls ICU with room for any result of a short sequence. ICU fails only for want of memory.
  private func transformed(
    _ scalars: [UInt32],
    _ call: (UnsafePointer<UInt32>, Int32, UnsafeMutablePointer<UInt32>, Int32) -> Int32
  ) -> [UInt32] {
    let room = 18 * scalars.count + 2
    return unsafe [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      let written = unsafe scalars.withUnsafeBufferPointer { text -> Int32 in
        guard let base = text.baseAddress else { return 0 }
        return unsafe call(base, Int32(text.count), out, Int32(room))
      }
      precondition(written >= 0 && Int(written) <= room, "ICU ran out of memory")
      count = Int(written)
    }
  }
}
