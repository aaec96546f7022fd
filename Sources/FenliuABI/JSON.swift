// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Names are those of fenliu.h.
public import CFenliu
import Routing

extension Workspace {
  /// Routes a call and writes the decision as a line of JSON, valid until the workspace is next
  /// used; with boundaries if there is a finder. Allocates.
  mutating func json(_ router: Router, _ call: Call, finder: BoundaryFinder?) -> fenliu_string {
    let id = call.id
    var boundaries: Boundaries?
    if let finder {
      boundaries = unsafe finder.find(utf8: Array(call.text), scratch: &scratch)
    }
    output.removeAll()
    unsafe router.route(utf8: call.text, at: call.at, place: call.place, scratch: &scratch) {
      $0.writeJSON(id: id, boundaries: boundaries, to: &output.text)
    }
    return unsafe output.keepText()
  }
}

@c @implementation
public func fenliu_route_json(
  _ router: OpaquePointer?, _ utf8: UnsafePointer<CChar>?, _ length: Int,
  _ at: UnsafePointer<CChar>?, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int,
  _ needed: UnsafeMutablePointer<Int>?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    guard unsafe buffer != nil || capacity == 0 else { throw Refusal(FENLIU_ERROR_NULL_ARGUMENT) }
    let call = unsafe try Call(fenliu_string(bytes: utf8, length: length), at: at)
    let workspace = unsafe box.pool.take(for: box)
    defer { unsafe box.pool.give(workspace) }
    let line = unsafe workspace.pointee.json(box.router, call, finder: nil)
    // The NUL that follows is copied too.
    let room = unsafe line.length + 1
    if let needed = unsafe needed { unsafe needed.pointee = room }
    guard capacity >= room, let buffer = unsafe buffer, let bytes = unsafe line.bytes else {
      throw Refusal(FENLIU_ERROR_BUFFER_TOO_SMALL)
    }
    unsafe buffer.update(from: bytes, count: room)
    return call.status
  }
}

@c @implementation
public func fenliu_call_json(
  _ router: OpaquePointer?, _ scratch: OpaquePointer?, _ call: UnsafePointer<fenliu_call>?,
  _ json: UnsafeMutablePointer<fenliu_string>?
) -> Int32 {
  status { () throws(Refusal) in
    let box = unsafe try RouterHandle.box(router)
    let json = unsafe try required(json)
    let call = unsafe try Call(required(call))
    let workspace = unsafe try ScratchHandle.workspace(scratch, for: box)
    let wantsBoundaries = call.want & FENLIU_WANT_BOUNDARIES != 0
    unsafe json.pointee = workspace.pointee.json(
      box.router, call, finder: wantsBoundaries ? box.finder : nil)
    return call.status
  }
}
