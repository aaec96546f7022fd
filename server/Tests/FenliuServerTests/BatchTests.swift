import FenliuServer
import Hummingbird
import HummingbirdTesting
import NIOCore
import Routing
import Testing

/// `/batch` answers each line in order, good or bad, however the bytes arrive.
@Suite struct BatchTests {
  /// A line and the message it brings, nil for a call.
  static let lines: [(line: String, message: String?)] = [
    (#"{"text":"路灯坏了"}"#, nil),
    ("", "空行"),
    ("不是 JSON", "不是含有 text 的 JSON 对象"),
    (#"{"id":"b","text":"有人打架"}"#, nil),
    (#"{"id":"c","text":""}"#, "text 为空"),
    (#"{"text":"\#(String(repeating: "煤", count: 400))"}"#, "这一行超过 1000 字节"),
    (#"{"text":"灶上没气了"}"#, nil),
  ]

  @Test(arguments: ["\n", "\r\n"]) func `a bad line spoils no other`(_ end: String) async throws {
    var limits = Limits()
    limits.callBytes = 1000
    try await TestServer.test(.live, limits: limits) { client in
      let body = Self.lines.map(\.line).joined(separator: end)
      let response = try await client.execute(
        uri: "/batch", method: .post, body: ByteBuffer(string: body))
      #expect(response.status == .ok)
      let answers = String(buffer: response.body).split(
        separator: "\n", omittingEmptySubsequences: false)
      try #require(answers.count == Self.lines.count + 1)
      #expect(answers.last == "")
      let router = TestServer.router
      #expect(answers[0] == router.route("路灯坏了").json())
      #expect(answers[3] == router.route("有人打架").json(id: "b"))
      #expect(answers[6] == router.route("灶上没气了").json())
      for (index, line) in Self.lines.enumerated() {
        guard let message = line.message else { continue }
        let id: String? = line.line.contains("\"id\"") ? "c" : nil
        #expect(answers[index] == ErrorRecord(line: index + 1, id: id, message: message).json)
      }
    }
  }

  @Test func `a thousand calls come back in order`() async throws {
    let texts = (0..<1000).map { TestServer.samples[$0 % TestServer.samples.count] }
    var scratch = TestServer.router.makeScratch()
    let expected = texts.enumerated().map {
      TestServer.router.route($1, scratch: &scratch).json(id: "\($0)") + "\n"
    }.joined()
    try await TestServer.test(.live) { client in
      let body = texts.enumerated().map { #"{"id":"\#($0)","text":"\#($1)"}"# + "\n" }.joined()
      let response = try await client.execute(
        uri: "/batch", method: .post, body: ByteBuffer(string: body))
      #expect(String(buffer: response.body) == expected)
    }
  }

  /// The obvious way, as an oracle.
  static func split(_ text: String, limit: Int) -> [LineSplitter.Line] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last == [] { lines.removeLast() }
    return lines.map { line in
      let line = line.last == 0x0D ? Array(line.dropLast()) : line
      return line.count > limit ? .tooLong : .line(line)
    }
  }

  @Test func `lines are cut alike wherever the chunks end`() {
    var random = SeededGenerator(seed: 20_261_122)
    for _ in 0..<2000 {
      let pieces = ["\n", "\n", "\r\n", "a", "灯", "{}", "\r"]
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let limit = Int.random(in: 1...12, using: &random)
      var splitter = LineSplitter(limit: limit)
      var found: [LineSplitter.Line] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let chunk = rest.prefix(Int.random(in: 1...8, using: &random))
        rest = rest.dropFirst(chunk.count)
        splitter.append(ByteBuffer(bytes: chunk))
        while let line = splitter.next() { found.append(line) }
      }
      if let line = splitter.last() { found.append(line) }
      #expect(found == Self.split(text, limit: limit), "\(text.debugDescription), limit \(limit)")
    }
  }
}
