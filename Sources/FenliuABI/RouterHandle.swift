// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
import CFenliu
import Pack
import Routing
import Synchronization

/// What a `fenliu_router *` points to.
struct RouterHandle: ~Copyable {
  private let mark: Atomic<UInt64>
  private let owners: Atomic<Int>
  /// Nil once closed.
  private(set) var box: RouterBox?

  private static let open: UInt64 = 0xF3_17_10_0A_52_6F_75_74
  private static let closed: UInt64 = 0xF3_17_10_0A_00_00_00_00

  private init(_ box: RouterBox) {
    mark = Atomic(Self.open)
    owners = Atomic(1)
    self.box = box
  }

  /// A handle with one owner.
  static func make(_ box: RouterBox) -> OpaquePointer {
    let handle = UnsafeMutablePointer<RouterHandle>.allocate(capacity: 1)
    unsafe handle.initialize(to: RouterHandle(box))
    return OpaquePointer(handle)
  }

  /// The handle behind an argument.
  ///
  /// - Throws: `FENLIU_ERROR_NULL_ARGUMENT`, `FENLIU_ERROR_CLOSED`.
  static func at(_ pointer: OpaquePointer?) throws(Refusal) -> UnsafeMutablePointer<RouterHandle> {
    guard let pointer = unsafe pointer else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    let handle = unsafe UnsafeMutablePointer<RouterHandle>(pointer)
    guard unsafe handle.pointee.mark.load(ordering: .relaxed) == open else {
      throw Refusal(FENLIU_ERROR_CLOSED)
    }
    return unsafe handle
  }

  /// The router behind an argument. Errors as `at`.
  static func box(_ pointer: OpaquePointer?) throws(Refusal) -> RouterBox {
    guard let box = unsafe try at(pointer).pointee.box else { throw Refusal(FENLIU_ERROR_CLOSED) }
    return box
  }

  static func retain(_ pointer: OpaquePointer?) {
    guard let handle = unsafe try? at(pointer) else { return }
    unsafe handle.pointee.owners.add(1, ordering: .relaxed)
  }

  /// Frees the router with its last owner. Debug builds keep the handle's few bytes, marked.
  static func release(_ pointer: OpaquePointer?) {
    guard let handle = unsafe try? at(pointer) else { return }
    let left = unsafe handle.pointee.owners.subtract(1, ordering: .acquiringAndReleasing).newValue
    guard left == 0 else { return }
    unsafe handle.pointee.mark.store(closed, ordering: .relaxed)
    unsafe handle.pointee.box = nil
    #if !DEBUG
      unsafe handle.deinitialize(count: 1)
      unsafe handle.deallocate()
    #endif
  }
}

@c @implementation
public func fenliu_open(
  _ path: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  status { () throws(Refusal) in
    let out = unsafe try required(out)
    unsafe out.pointee = nil
    let path = unsafe try required(path)
    do throws(PackError) {
      let image = unsafe try PackImage(path: String(cString: path))
      unsafe out.pointee = RouterHandle.make(try RouterBox(image))
    } catch { throw Refusal(error) }
    return FENLIU_OK
  }
}

@c @implementation
public func fenliu_open_bytes(
  _ pack: UnsafeRawPointer?, _ size: Int, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  status { () throws(Refusal) in
    let out = unsafe try required(out)
    unsafe out.pointee = nil
    guard let pack = unsafe pack else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    // A size_t that fits no memory arrives as a negative number.
    guard size >= 0 else { throw Refusal(FENLIU_ERROR_PACK_DAMAGED) }
    do throws(PackError) {
      let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: pack, count: size))
      unsafe out.pointee = RouterHandle.make(try RouterBox(try PackImage(bytes: bytes)))
    } catch { throw Refusal(error) }
    return FENLIU_OK
  }
}

@c @implementation
public func fenliu_retain(_ router: OpaquePointer?) -> OpaquePointer? {
  unsafe RouterHandle.retain(router)
  return unsafe router
}

@c @implementation
public func fenliu_close(_ router: OpaquePointer?) { unsafe RouterHandle.release(router) }
