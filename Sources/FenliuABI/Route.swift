// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Routing

extension Workspace {
  /// Routes a call and writes the decision, apart from `struct_size`.
  mutating func route(_ call: Call, by router: Router, to decision: inout fenliu_decision) {
    let want = call.want
    unsafe router.route(utf8: call.text, at: call.at, place: call.place, scratch: &scratch) {
      unsafe output.write($0, want: want, to: &decision)
    }
    unsafe decision.flags = call.isWellFormed ? 0 : FENLIU_TEXT_ILL_FORMED
  }
}

extension fenliu_decision {
  /// What is returned for a call that was routed.
  var status: Int32 {
    unsafe flags & FENLIU_TEXT_ILL_FORMED == 0 ? FENLIU_OK : FENLIU_WARNING_NOT_UTF8
  }
}

private func route(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?,
  _ out: UnsafeMutablePointer<fenliu_decision>?, _ call: () throws(Refusal) -> Call
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    let out = unsafe try required(out)
    let size = unsafe out.pointee.struct_size
    try StructSize.check(size, atLeast: StructSize.decision)
    let call = try call()
    let workspace = unsafe try ScratchHandle.workspace(scratch, for: box)
    var decision = unsafe fenliu_decision()
    unsafe workspace.pointee.route(call, by: box.router, to: &decision)
    unsafe StructSize.copy(decision, to: out, of: size)
    return unsafe decision.status
  }
}

@c @implementation
public func fenliu_route(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?, _ utf8: UnsafePointer<CChar>?,
  _ length: Int, _ at: UnsafePointer<CChar>?, _ out: UnsafeMutablePointer<fenliu_decision>?
) -> Int32 {
  unsafe route(router, scratch, out) { () throws(Refusal) in
    unsafe try Call(fenliu_string(bytes: utf8, length: length), at: at)
  }
}

@c @implementation
public func fenliu_route_call(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?, _ call: UnsafePointer<fenliu_call>?,
  _ out: UnsafeMutablePointer<fenliu_decision>?
) -> Int32 {
  unsafe route(router, scratch, out) { () throws(Refusal) in
    unsafe try Call(required(call))
  }
}
