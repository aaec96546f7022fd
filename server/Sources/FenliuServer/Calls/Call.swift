import Routing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A call as a client sends it.
struct Call: Sendable, Equatable {
  var id: String?
  var text: [UInt8]
  var at: Instant?
  var place: String?

  init(id: String? = nil, text: [UInt8], at: Instant? = nil, place: String? = nil) {
    self.id = id
    self.text = text
    self.at = at
    self.place = place
  }
}

/// Why a line is no call: the words of `fenliu route`, and the id if it could be read.
struct BadCall: Error, Equatable {
  var id: String?
  var message: String
}

extension Call {
  private struct Fields: Decodable {
    var id: String?
    var text: String
    var at: String?
    var place: String?
  }

  /// Reads a JSON object with `text`, and maybe `id`, `at` and `place`, as `fenliu route` does.
  init(json line: [UInt8]) throws(BadCall) {
    if line.isBlank { throw BadCall(message: "空行") }
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line)) else {
      throw BadCall(message: "不是含有 text 的 JSON 对象")
    }
    let id = fields.id
    let text = Array(fields.text.utf8)
    if text.isBlank { throw BadCall(id: id, message: "text 为空") }
    var instant: Instant?
    if let at = fields.at {
      instant = Instant(rfc3339: at)
      if instant == nil {
        throw BadCall(id: id, message: "at“\(at)”不是 RFC 3339 时间（2026-11-21T20:43:00+08:00）")
      }
    }
    self.init(id: id, text: text, at: instant, place: fields.place)
  }

  /// The whole of a plain body, less the line end that tools add.
  init(plain body: [UInt8]) throws(BadCall) {
    var text = body
    if text.last == 0x0A { text.removeLast() }
    if text.last == 0x0D { text.removeLast() }
    if text.isBlank { throw BadCall(message: "正文为空；请把来电文字作为请求正文") }
    self.init(text: text)
  }
}

extension [UInt8] {
  /// True if nothing but spaces is in it.
  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
