// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
import CFenliu
import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a call of the C interface is refused; `code` is the status it returns.
struct Refusal: Error {
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// For a pack that could not be opened. Sets `errno` where the file could not be read.
  init(_ error: PackError) {
    switch error.kind {
    case .unreadable(let number):
      code = FENLIU_ERROR_IO
      errno = number
    case .notAPack: code = FENLIU_ERROR_NOT_A_PACK
    case .newerFormat: code = FENLIU_ERROR_PACK_NEWER
    case .olderFormat: code = FENLIU_ERROR_PACK_OLDER
    case .damaged: code = FENLIU_ERROR_PACK_DAMAGED
    case .unsupportedHost: code = FENLIU_ERROR_UNSUPPORTED_HOST
    }
  }
}

/// The status of a body that may refuse.
func status(_ body: () throws(Refusal) -> Int32) -> Int32 {
  do { return try body() } catch { return error.code }
}

/// What an argument points to.
func required<Pointee>(
  _ pointer: UnsafeMutablePointer<Pointee>?
) throws(Refusal) -> UnsafeMutablePointer<Pointee> {
  guard let pointer = unsafe pointer else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
  return unsafe pointer
}

/// What a read-only argument points to.
func required<Pointee>(
  _ pointer: UnsafePointer<Pointee>?
) throws(Refusal) -> UnsafePointer<Pointee> {
  guard let pointer = unsafe pointer else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
  return unsafe pointer
}

@c @implementation
public func fenliu_error_message(_ status: Int32) -> UnsafePointer<CChar>? {
  let message: StaticString =
    switch status {
    case FENLIU_OK: "no error"
    case FENLIU_WARNING_NOT_UTF8:
      "the text is not well-formed UTF-8; it was routed all the same, ill-formed parts unread"
    case FENLIU_STOPPED: "the sink stopped the batch"
    case FENLIU_ERROR_NULL_ARGUMENT: "an argument that is needed is NULL"
    case FENLIU_ERROR_STRUCT_SIZE:
      "struct_size is wrong: set it to the size of the struct, or call its init function"
    case FENLIU_ERROR_BUFFER_TOO_SMALL: "the buffer is too small: call again with the room needed"
    case FENLIU_ERROR_IO: "the pack cannot be read: see errno, and check the path and permissions"
    case FENLIU_ERROR_NOT_A_PACK: "this is not a fenliu pack: make one with fenliu compile"
    case FENLIU_ERROR_PACK_NEWER:
      "the pack is of a newer format than this library knows: install a newer fenliu"
    case FENLIU_ERROR_PACK_OLDER:
      "the pack is of an older format than this library reads: compile it again"
    case FENLIU_ERROR_PACK_DAMAGED: "the pack is damaged or cut short: copy or compile it again"
    case FENLIU_ERROR_BAD_TIMESTAMP:
      "the call's time is not RFC 3339: write it as 2026-11-21T20:43:00+08:00"
    case FENLIU_ERROR_CLOSED: "the handle is closed, or is no handle of this library"
    case FENLIU_ERROR_TEXT_TOO_LONG: "the text has 4 GiB or more"
    case FENLIU_ERROR_BAD_INDEX: "there is no such table, row, column or offset"
    case FENLIU_ERROR_UNSUPPORTED_HOST: "packs are little-endian and cannot be mapped here"
    default: "unknown status: the library may be newer than its caller"
    }
  return unsafe message.characters
}
