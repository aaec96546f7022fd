import CTextNorm
import Synchronization

/// The commonest pinyin of Han characters, as ICU's transliterator Han-Latin gives it.
///
/// ICU's transliterator serves one thread at a time: others wait.
@safe
public final class HanReader: @unchecked Sendable {
  private let converter: OpaquePointer
  private let turn = Mutex(())

  /// Fails where ICU lacks its data. Slow: ICU parses thousands of rules (0.15 s).
  public init?() {
    guard ctn_available(), let converter = unsafe ctn_han_latin_open() else { return nil }
    unsafe self.converter = converter
  }

  deinit { unsafe ctn_hant_hans_close(converter) }

  /// Pinyin without tone, ü as v (`lv`); nil for characters that ICU cannot read.
  public func reading(of scalar: Unicode.Scalar) -> String? {
    let latin = turn.withLock { _ in
      unsafe Self.filled(64) {
        unsafe ctn_hant_hans_apply(converter, [scalar.value], 1, $0, $1)
      }
    }
    let letters = unsafe Self.filled(64) {
      unsafe ctn_nfd(latin, Int32(latin.count), $0, $1)
    }
    var reading = ""
    for value in letters {
      switch value {
      case 0x61...0x7A: reading.unicodeScalars.append(Unicode.Scalar(UInt8(value)))
      case 0x308 where reading.last == "u":
        reading.removeLast()
        reading.append("v")
      case 0x300...0x36F: break
      default: return nil
      }
    }
    return reading.isEmpty ? nil : reading
  }

  /// The Han characters of GB 2312, in the order of that standard; empty where ICU lacks it.
  public static var commonCharacters: [Unicode.Scalar] {
    unsafe filled(8192) { unsafe ctn_gb2312_han($0, $1) }.compactMap(Unicode.Scalar.init)
  }

  /// What ICU writes into a buffer of `room`; nothing if it fails.
  private static func filled(
    _ room: Int, _ call: (UnsafeMutablePointer<UInt32>, Int32) -> Int32
  ) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      let written = unsafe call(out, Int32(room))
      count = (0...room).contains(Int(written)) ? Int(written) : 0
    }
  }
}
