// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Routing

@c @implementation
public func fenliu_route_batch(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?, _ calls: UnsafePointer<fenliu_call>?,
  _ count: Int, _ sink: fenliu_sink?, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    guard let sink = unsafe sink else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    let workspace = unsafe try ScratchHandle.workspace(scratch, for: box)
    // A size_t that fits no memory arrives as a negative number.
    guard count >= 0 else { throw Refusal(FENLIU_ERROR_BAD_INDEX) }
    guard count > 0 else { return FENLIU_OK }
    let calls = unsafe try required(calls)
    // The caller's calls may be larger than those known here.
    let stride = unsafe Int(calls.pointee.struct_size)
    try StructSize.check(UInt32(stride), atLeast: StructSize.call)
    var decision = unsafe fenliu_decision()
    unsafe decision.struct_size = UInt32(MemoryLayout<fenliu_decision>.size)
    for index in 0..<count {
      let call = unsafe UnsafeRawPointer(calls).advanced(by: index * stride)
        .assumingMemoryBound(to: fenliu_call.self)
      let answer: Int32
      do throws(Refusal) {
        let call = unsafe try Call(call)
        unsafe workspace.pointee.route(call, by: box.router, to: &decision)
        answer = unsafe sink(context, index, decision.status, &decision)
      } catch {
        answer = unsafe sink(context, index, error.code, nil)
      }
      if answer != 0 { return FENLIU_STOPPED }
    }
    return FENLIU_OK
  }
}
