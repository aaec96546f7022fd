import CFenliu
import FenliuABI
import Pack
import Routing
import TestSupport
import Testing

/// A router with a scratch, as a C program has them.
@safe
final class CRouter {
  let router: OpaquePointer
  let scratch: OpaquePointer

  /// Compiled once for all tests.
  private static let image = Result { try TestPack.image("chengkou") }

  init() throws {
    let image = try Self.image.get()
    var router: OpaquePointer?
    try unsafe Status.check(fenliu_open_bytes(image, image.count, &router))
    var scratch: OpaquePointer?
    try unsafe Status.check(fenliu_scratch_create(&scratch))
    unsafe (self.router, self.scratch) = (router!, scratch!)
  }

  deinit {
    unsafe fenliu_scratch_destroy(scratch)
    unsafe fenliu_close(router)
  }

  /// A cell of a table, nil where there is no text.
  func text(_ table: Int32, _ row: Int32, _ column: Int32 = FENLIU_COLUMN_NAME) throws -> String? {
    var text = unsafe fenliu_string()
    try unsafe Status.check(fenliu_table_text(router, table, Int(row), column, &text))
    return unsafe text.string
  }

  /// Routes a call with evidence and question, and hands out the decision, valid only there.
  func route<Result>(
    _ text: [UInt8], at: String? = nil, _ body: (fenliu_decision) throws -> Result
  ) throws -> Result {
    var decision = unsafe fenliu_decision()
    unsafe fenliu_decision_init(&decision)
    unsafe try withCall(text, at: at, want: FENLIU_WANT_EVIDENCE | FENLIU_WANT_QUESTION) { call in
      try unsafe Status.check(fenliu_route_call(router, scratch, call, &decision))
    }
    return try unsafe body(decision)
  }

  /// The decision as JSON, by the call that needs a scratch.
  func json(_ text: [UInt8], at: String? = nil, id: String? = nil, want: UInt32 = 0) throws
    -> String?
  {
    var line = unsafe fenliu_string()
    unsafe try withCall(text, at: at, id: id, want: want) { call in
      try unsafe Status.check(fenliu_call_json(router, scratch, call, &line))
    }
    return unsafe line.string
  }

  private func withCall(
    _ text: [UInt8], at: String?, id: String? = nil, want: UInt32,
    _ body: (UnsafePointer<fenliu_call>) throws -> Void
  ) throws {
    var call = unsafe fenliu_call()
    unsafe fenliu_call_init(&call)
    unsafe call.want = want
    let time = at.map { Array($0.utf8CString) }
    try unsafe text.withView { view in
      try unsafe Array((id ?? "").utf8).withView { name in
        unsafe call.text = view
        if id != nil { unsafe call.id = name }
        guard let time else { return try unsafe body(&call) }
        try unsafe time.withUnsafeBufferPointer {
          unsafe call.at = $0.baseAddress
          try unsafe body(&call)
        }
      }
    }
  }
}

/// A status that is an error.
struct Status: Error {
  var code: Int32

  static func check(_ code: Int32) throws { if code < 0 { throw Status(code: code) } }
}

extension fenliu_string {
  /// A copy, nil where there is none.
  var string: String? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}

extension [UInt8] {
  func withView<Result>(_ body: (fenliu_string) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBytes {
      try unsafe body(
        fenliu_string(bytes: $0.baseAddress?.assumingMemoryBound(to: CChar.self), length: $0.count))
    }
  }
}

extension CRouter {
  /// The decision as JSON, by the call that needs no scratch.
  func plainJSON(_ text: [UInt8]) throws -> String {
    try unsafe text.withView { view in
      var needed = 0
      _ = unsafe fenliu_route_json(router, view.bytes, view.length, nil, nil, 0, &needed)
      var buffer = [CChar](repeating: 0x3F, count: needed)
      try unsafe Status.check(
        fenliu_route_json(router, view.bytes, view.length, nil, &buffer, needed, nil))
      #expect(buffer.last == 0)
      return String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

extension Router {
  /// The decision for any bytes.
  func route(_ text: [UInt8], at: String?) -> Decision {
    var scratch = makeScratch()
    return unsafe text.withUnsafeBytes {
      unsafe route(utf8: $0, at: at.flatMap(Instant.init(rfc3339:)), scratch: &scratch) {
        Decision($0)
      }
    }
  }
}
