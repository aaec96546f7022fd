import CFenliu
import Routing

/// A call as the library routes it; the bytes are the caller's.
@safe
struct Call {
  let text: UnsafeRawBufferPointer
  var at: Instant?
  var place: String?
  var id: String?
  var want: UInt32 = 0

  /// - Precondition: fewer than 2³² bytes.
  init(text: UnsafeRawBufferPointer) { unsafe self.text = text }

  /// - Throws: `FENLIU_ERROR_NULL_ARGUMENT`, `FENLIU_ERROR_TEXT_TOO_LONG`,
  ///   `FENLIU_ERROR_BAD_TIMESTAMP`.
  init(_ text: fenliu_string, at: UnsafePointer<CChar>?) throws(Refusal) {
    unsafe self.text = try text.buffer()
    guard let at = unsafe at else { return }
    guard let instant = unsafe Instant(rfc3339: String(cString: at)) else {
      throw Refusal(FENLIU_ERROR_BAD_TIMESTAMP)
    }
    self.at = instant
  }

  /// Errors as above, and `FENLIU_ERROR_STRUCT_SIZE`.
  init(_ call: UnsafePointer<fenliu_call>) throws(Refusal) {
    try unsafe StructSize.check(call.pointee.struct_size, atLeast: StructSize.call)
    unsafe try self.init(call.pointee.text, at: call.pointee.at)
    place = unsafe try call.pointee.place.copy()
    id = unsafe try call.pointee.id.copy()
    want = unsafe call.pointee.want
  }

  /// True if no byte of the text is ill-formed. O(n), allocates nothing.
  var isWellFormed: Bool { unsafe isWellFormedUTF8(text) }

  /// What is returned for a call that was routed.
  var status: Int32 { isWellFormed ? FENLIU_OK : FENLIU_WARNING_NOT_UTF8 }
}
