import CFenliu

/// The sizes of structs that may be handed in: from that of the first version on. What a caller
/// has beyond what the library knows is zeroed, what it lacks is left out.
enum StructSize {
  // Once fields are added, the sizes without them go here as numbers.
  static let call = unsafe UInt32(MemoryLayout<fenliu_call>.size)
  static let decision = unsafe UInt32(MemoryLayout<fenliu_decision>.size)
  static let packInfo = unsafe UInt32(MemoryLayout<fenliu_pack_info>.size)
  /// More is no size at all, but a field that was never set.
  private static let most: UInt32 = 4096

  /// - Throws: `FENLIU_ERROR_STRUCT_SIZE`.
  static func check(_ size: UInt32, atLeast least: UInt32) throws(Refusal) {
    guard size >= least, size <= most else { throw Refusal(FENLIU_ERROR_STRUCT_SIZE) }
  }

  /// Copies a struct to a caller that knows it by `size` bytes, the first four of which it keeps.
  static func copy<Struct: BitwiseCopyable>(
    _ value: Struct, to out: UnsafeMutablePointer<Struct>, of size: UInt32
  ) {
    let known = MemoryLayout<Struct>.size
    let target = UnsafeMutableRawPointer(out)
    unsafe withUnsafeBytes(of: value) { source in
      let count = min(Int(size), known)
      unsafe target.copyMemory(from: source.baseAddress!, byteCount: count)
    }
    if Int(size) > known {
      unsafe (target + known).initializeMemory(
        as: UInt8.self, repeating: 0, count: Int(size) - known)
    }
    unsafe target.storeBytes(of: size, as: UInt32.self)
  }
}
