// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
import CFenliu
import Routing

/// What a `fenliu_scratch *` points to: a workspace for the router it was last used with.
@safe
struct ScratchHandle: ~Copyable {
  private var mark: UInt64
  private var box: RouterBox?
  private var workspace: UnsafeMutablePointer<Workspace>?

  private static let open: UInt64 = 0xF3_17_10_0A_53_63_72_61
  private static let closed: UInt64 = 0xF3_17_10_0A_00_00_00_01

  private init() {
    mark = Self.open
    box = nil
    unsafe workspace = nil
  }

  static func make() -> OpaquePointer {
    let handle = UnsafeMutablePointer<ScratchHandle>.allocate(capacity: 1)
    unsafe handle.initialize(to: ScratchHandle())
    return OpaquePointer(handle)
  }

  /// The workspace behind an argument, made anew if it was last used with another router.
  ///
  /// - Throws: `FENLIU_ERROR_NULL_ARGUMENT`, `FENLIU_ERROR_CLOSED`.
  static func workspace(
    _ pointer: OpaquePointer?, for box: RouterBox
  ) throws(Refusal) -> UnsafeMutablePointer<Workspace> {
    guard let pointer = unsafe pointer else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    let handle = unsafe UnsafeMutablePointer<ScratchHandle>(pointer)
    guard unsafe handle.pointee.mark == open else { throw Refusal(FENLIU_ERROR_CLOSED) }
    if unsafe handle.pointee.box === box, let known = unsafe handle.pointee.workspace {
      return unsafe known
    }
    unsafe handle.pointee.drop()
    let workspace = unsafe Workspace.make(for: box.router)
    unsafe handle.pointee.workspace = unsafe workspace
    unsafe handle.pointee.box = box
    return unsafe workspace
  }

  /// Debug builds keep the handle's few bytes, marked.
  static func destroy(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return }
    let handle = unsafe UnsafeMutablePointer<ScratchHandle>(pointer)
    guard unsafe handle.pointee.mark == open else { return }
    unsafe handle.pointee.drop()
    unsafe handle.pointee.mark = closed
    #if !DEBUG
      unsafe handle.deinitialize(count: 1)
      unsafe handle.deallocate()
    #endif
  }

  private mutating func drop() {
    if let old = unsafe workspace { unsafe Workspace.destroy(old) }
    unsafe workspace = nil
    box = nil
  }
}

@c @implementation
public func fenliu_scratch_create(_ out: UnsafeMutablePointer<OpaquePointer?>?) -> Int32 {
  status { () throws(Refusal) in
    unsafe try required(out).pointee = ScratchHandle.make()
    return FENLIU_OK
  }
}

@c @implementation
public func fenliu_scratch_destroy(_ scratch: OpaquePointer?) {
  unsafe ScratchHandle.destroy(scratch)
}
