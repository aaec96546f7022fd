import CFenliu
import Pack

/// The arrays that a decision points to. Reused: after the greatest decision so far nothing is
/// allocated.
@safe
struct Output: ~Copyable {
  var coUnits = unsafe Buffer<fenliu_part>(capacity: 16)
  var notified = unsafe Buffer<fenliu_part>(capacity: 16)
  var alternatives = Buffer<fenliu_score>(capacity: 8)
  var obligations = unsafe Buffer<fenliu_obligation>(capacity: 32)
  var candidates = Buffer<Int32>(capacity: 8)
  var channels = Buffer<Int32>(capacity: 32)
  var basis = Buffer<Int32>(capacity: 64)
  var evidence = unsafe Buffer<fenliu_evidence>(capacity: 64)
  /// The question, or a line of JSON with its NUL.
  var text = Buffer<UInt8>(capacity: 256)

  mutating func removeAll() {
    unsafe coUnits.removeAll()
    unsafe notified.removeAll()
    alternatives.removeAll()
    unsafe obligations.removeAll()
    candidates.removeAll()
    channels.removeAll()
    basis.removeAll()
    unsafe evidence.removeAll()
    text.removeAll()
  }

  /// Keeps a text. Valid until the output is next used.
  mutating func keep(_ string: String) -> fenliu_string {
    for byte in string.utf8 { text.append(byte) }
    return unsafe keepText()
  }

  /// What was written to `text`, followed by a NUL that does not count.
  mutating func keepText() -> fenliu_string {
    let count = text.count
    text.append(0)
    return unsafe fenliu_string(text.table.pointer, count)
  }
}
