import FenliuServer
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

/// Slow clients lose their connection, slow answers don't. Time is the test's own.
@Suite struct PatienceTests {
  private final class Connection {
    private var complaints = 0
    let channel = EmbeddedChannel(handler: ClientPatience(patience: .seconds(10)))

    init() throws {
      try channel.connect(to: SocketAddress(unixDomainSocketPath: "/nowhere")).wait()
    }

    func head(_ path: String) throws {
      let request = HTTPRequest(method: .post, scheme: "http", authority: "a", path: path)
      try channel.writeInbound(HTTPRequestPart.head(request))
    }

    func body() throws {
      do {
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "灯")))
      } catch is ClientTooSlow { complaints += 1 }
    }

    func wait(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    /// True if the request's body has ended with `ClientTooSlow`.
    var hasComplained: Bool {
      do { try channel.throwIfErrorCaught() } catch {
        if error is ClientTooSlow { complaints += 1 }
      }
      return complaints > 0
    }

    func answer(_ headers: HTTPFields = [:], flush: Bool = true) {
      let head = HTTPResponse(status: .ok, headerFields: headers)
      channel.write(HTTPResponsePart.head(head), promise: nil)
      channel.write(HTTPResponsePart.end(nil), promise: nil)
      if flush { channel.flush() }
    }
  }

  @Test(arguments: ["/route", "/batch"])
  func `a call that trickles in is given up, a batch is not`(_ path: String) throws {
    let connection = try Connection()
    try connection.head(path)
    for _ in 0..<5 {
      connection.wait(3)
      try connection.body()
    }
    #expect(connection.hasComplained == (path == "/route"))
  }

  @Test func `a batch that stands still is given up`() throws {
    let connection = try Connection()
    try connection.head("/batch")
    connection.wait(9)
    #expect(!connection.hasComplained)
    connection.wait(2)
    #expect(connection.hasComplained)
  }

  @Test func `a batch whose answer has begun loses the connection`() throws {
    let connection = try Connection()
    try connection.head("/batch")
    connection.channel.writeAndFlush(
      HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
    connection.wait(11)
    #expect(!connection.hasComplained)
    #expect(!connection.channel.isActive)
  }

  @Test func `a whole request may wait for its answer as long as the server likes`() throws {
    let connection = try Connection()
    try connection.head("/route")
    try connection.channel.writeInbound(HTTPRequestPart.end(nil))
    connection.wait(1000)
    #expect(!connection.hasComplained && connection.channel.isActive)
    connection.answer()
    connection.wait(1000)
    #expect(connection.channel.isActive)
  }

  @Test func `an answer that nobody reads ends the connection`() throws {
    let connection = try Connection()
    try connection.head("/route")
    try connection.channel.writeInbound(HTTPRequestPart.end(nil))
    connection.answer(flush: false)
    connection.wait(9)
    #expect(connection.channel.isActive)
    connection.wait(2)
    #expect(!connection.channel.isActive)
  }

  @Test func `closing waits until the answer is written`() throws {
    let connection = try Connection()
    try connection.head("/route")
    try connection.channel.writeInbound(HTTPRequestPart.end(nil))
    connection.answer(flush: false)
    connection.channel.close(promise: nil)
    #expect(connection.channel.isActive)
    connection.channel.flush()
    #expect(!connection.channel.isActive)
  }

  @Test func `after a refusal the rest is thrown away for a moment`() throws {
    let connection = try Connection()
    try connection.head("/route")
    let passed = try connection.channel.readInbound(as: HTTPRequestPart.self)
    #expect(passed != nil)
    connection.answer([.connection: "close"])
    try connection.body()
    #expect(try connection.channel.readInbound(as: HTTPRequestPart.self) == nil)
    connection.wait(3)
    #expect(!connection.channel.isActive)
  }

  @Test func `a client that asks first is told to go on`() throws {
    let connection = try Connection()
    var request = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/route")
    request.headerFields[.expect] = "100-continue"
    try connection.channel.writeInbound(HTTPRequestPart.head(request))
    let answer = try connection.channel.readOutbound(as: HTTPResponsePart.self)
    #expect(answer == .head(HTTPResponse(status: .continue)))
  }
}
