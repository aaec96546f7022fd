import FenliuServer
import Hummingbird
import HummingbirdTesting
import Routing
import Testing

/// `/route` says what the library says, and why it says nothing.
@Suite struct RouteTests {
  @Test func `a plain body is answered with the line of fenliu route`() async throws {
    #expect(!TestServer.samples.isEmpty)
    try await TestServer.test { client in
      for text in TestServer.samples {
        let response = try await client.execute(
          uri: "/route", method: .post, headers: [.contentType: "text/plain; charset=UTF-8"],
          body: ByteBuffer(string: text + "\n"))
        #expect(response.status == .ok)
        #expect(String(buffer: response.body) == TestServer.router.route(text).json() + "\n")
      }
    }
  }

  @Test func `id, time and place of a JSON body count`() async throws {
    let at = try #require(Instant(rfc3339: "2026-11-21T20:43:00+08:00"))
    var scratch = TestServer.router.makeScratch()
    var expected = ""
    unsafe Array("路灯坏了".utf8).withUnsafeBytes {
      unsafe TestServer.router.route(utf8: $0, at: at, place: "修齐镇", scratch: &scratch) {
        expected = Decision($0).json(id: "7") + "\n"
      }
    }
    let line = expected
    try await TestServer.test { client in
      let response = try await client.execute(
        uri: "/route", method: .post, headers: [.contentType: "application/json"],
        body: ByteBuffer(
          string: #"{"id":"7","text":"路灯坏了","at":"2026-11-21T20:43:00+08:00","place":"修齐镇"}"#))
      #expect(response.status == .ok)
      #expect(String(buffer: response.body) == line)
      #expect(response.headers[.contentType] == "application/json; charset=utf-8")
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var name: String
    var method = HTTPRequest.Method.post
    var uri = "/route"
    var type: String? = "text/plain"
    var body = ""
    var status: HTTPResponse.Status
    /// A part of the message.
    var says: String

    var testDescription: String { name }
  }

  static let refused: [Refused] = [
    Refused(name: "nothing", body: "", status: .badRequest, says: "正文为空"),
    Refused(name: "spaces", body: " \t\r\n", status: .badRequest, says: "正文为空"),
    Refused(
      name: "broken JSON", type: "application/json", body: "{", status: .badRequest,
      says: "不是含有 text 的 JSON 对象"),
    Refused(
      name: "no text", type: "application/json", body: #"{"id":"a"}"#, status: .badRequest,
      says: "不是含有 text 的 JSON 对象"),
    Refused(
      name: "empty text", type: "application/json", body: #"{"text":" "}"#, status: .badRequest,
      says: "text 为空"),
    Refused(
      name: "no time", type: "application/json", body: #"{"text":"路灯坏了","at":"昨天"}"#,
      status: .badRequest, says: "“昨天”不是 RFC 3339 时间"),
    Refused(
      name: "a form", type: "application/x-www-form-urlencoded", body: "路灯坏了",
      status: .unsupportedMediaType, says: "Content-Type"),
    Refused(
      name: "another encoding", type: "text/plain; charset=GBK", body: "路灯坏了",
      status: .unsupportedMediaType, says: "UTF-8"),
    Refused(
      name: "too much", body: String(repeating: "坏", count: 400), status: .contentTooLarge,
      says: "超过 1000 字节"),
    Refused(
      name: "a batch too large", uri: "/batch", body: String(repeating: "{}\n", count: 1000),
      status: .contentTooLarge, says: "超过 2000 字节"),
    Refused(name: "no such address", uri: "/rout", status: .notFound, says: "/route"),
    Refused(
      name: "wrong method", method: .get, status: .methodNotAllowed, says: "只接受 POST"),
    Refused(
      name: "wrong method of a state", uri: "/health", status: .methodNotAllowed, says: "只接受 GET"),
  ]

  @Test(arguments: refused) func `is refused with a reason in Chinese`(_ refused: Refused)
    async throws
  {
    var limits = Limits()
    limits.callBytes = 1000
    limits.batchBytes = 2000
    try await TestServer.test(.live, limits: limits) { client in
      var headers = HTTPFields()
      headers[.contentType] = refused.type
      let response = try await client.execute(
        uri: refused.uri, method: refused.method, headers: headers,
        body: ByteBuffer(string: refused.body))
      #expect(response.status == refused.status)
      let body = String(buffer: response.body)
      #expect(body.hasPrefix(#"{"error":""#) && body.hasSuffix("\"}\n"))
      #expect(body.contains(refused.says))
      #expect(body.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect((response.headers[.allow] != nil) == (refused.status == .methodNotAllowed))
    }
  }

  @Test func `bytes that are not UTF-8 are routed as the library routes them`() async throws {
    let bytes: [UInt8] = [0xFF, 0xE7] + Array("路灯坏了".utf8)
    var scratch = TestServer.router.makeScratch()
    var expected = ""
    unsafe bytes.withUnsafeBytes {
      unsafe TestServer.router.route(utf8: $0, scratch: &scratch) {
        expected = Decision($0).json() + "\n"
      }
    }
    let line = expected
    try await TestServer.test { client in
      let response = try await client.execute(
        uri: "/route", method: .post, body: ByteBuffer(bytes: bytes))
      #expect(String(buffer: response.body) == line)
    }
  }
}
