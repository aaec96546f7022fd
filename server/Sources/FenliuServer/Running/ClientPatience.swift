import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Thrown into a request's body when the client has taken too long to send it.
package struct ClientTooSlow: Error {}

/// Sees to it that no client holds a connection by being slow, and that an answer arrives whole
/// before its connection is closed.
///
/// * A call must have come within the patience of its head; something of a batch must move within
///   it. Else the body ends with `ClientTooSlow`, or, if the answer has begun, the connection ends.
/// * An answer that nobody reads for as long ends the connection too.
/// * After an answer with `Connection: close` what the client still sends is thrown away for a
///   moment: closed at once, the connection would be reset and the answer lost.
///
/// The server's own slowness never counts. O(1) a part; all on the connection's event loop.
package final class ClientPatience: ChannelDuplexHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  private let patience: TimeAmount
  private static let linger = TimeAmount.seconds(2)

  private var alarm: Scheduled<Void>?
  private var lastProgress = NIODeadline.uptimeNanoseconds(0)
  /// The request that is being read.
  private var isReading = false
  private var isBatch = false
  private var readSince = NIODeadline.uptimeNanoseconds(0)
  /// Requests whose answer has not ended, and whether the first one's has begun.
  private var unanswered = 0
  private var answerHasBegun = false
  private var unwritten = 0
  private var closesAfterAnswer = false
  private var leavingSince: NIODeadline?
  private var hasComplained = false
  /// A wish to close that waits for the answers to be written.
  private var heldClose: (asked: Bool, promise: EventLoopPromise<Void>?) = (false, nil)

  package init(patience: TimeAmount) { self.patience = patience }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if leavingSince != nil { return }
    lastProgress = context.eventLoop.now
    switch unwrapInboundIn(data) {
    case .head(let head):
      isReading = true
      isBatch = head.path == Endpoint.batch.rawValue
      readSince = lastProgress
      unanswered += 1
      if head.headerFields[.expect]?.lowercased() == "100-continue" {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
      setAlarm(context)
    case .body: break
    case .end: isReading = false
    }
    context.fireChannelRead(data)
  }

  package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?)
  {
    let part = unwrapOutboundIn(data)
    var isLast = false
    switch part {
    case .head(let head):
      guard head.status.kind != .informational else { break }
      answerHasBegun = true
      closesAfterAnswer = head.headerFields[.connection] == "close"
    case .body: break
    case .end:
      answerHasBegun = false
      unanswered -= 1
      isLast = closesAfterAnswer
    }
    let written = promise ?? context.eventLoop.makePromise()
    if unwritten == 0 { lastProgress = context.eventLoop.now }
    unwritten += 1
    written.futureResult.assumeIsolated().whenComplete { [self] _ in
      unwritten -= 1
      lastProgress = context.eventLoop.now
      if isLast { leave(context) }
      if unwritten == 0, heldClose.asked { closeAtLast(context) }
    }
    context.write(data, promise: written)
    setAlarm(context)
  }

  package func close(
    context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
  ) {
    guard mode == .all, unwritten > 0, context.channel.isActive, !heldClose.asked else {
      context.close(mode: mode, promise: promise)
      return
    }
    heldClose = (true, promise)
    setAlarm(context)
  }

  package func channelInactive(context: ChannelHandlerContext) {
    alarm?.cancel()
    alarm = nil
    context.fireChannelInactive()
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    alarm?.cancel()
    alarm = nil
  }

  private func leave(_ context: ChannelHandlerContext) {
    guard leavingSince == nil else { return }
    leavingSince = context.eventLoop.now
    context.close(mode: .output, promise: nil)
    alarm?.cancel()
    alarm = nil
    setAlarm(context)
  }

  /// When patience ends as things are, nil if the client has nothing to do.
  private var deadline: NIODeadline? {
    if let leavingSince { return leavingSince + Self.linger }
    if isReading { return (isBatch ? lastProgress : readSince) + patience }
    return unwritten > 0 ? lastProgress + patience : nil
  }

  private func setAlarm(_ context: ChannelHandlerContext) {
    guard alarm == nil, let deadline else { return }
    alarm = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
      alarm = nil
      guard let deadline = self.deadline else { return }
      if context.eventLoop.now < deadline { setAlarm(context) } else { lose(context) }
    }
  }

  private func lose(_ context: ChannelHandlerContext) {
    let canAnswer = unanswered > 1 || unanswered == 1 && !answerHasBegun
    if leavingSince == nil, isReading, canAnswer, !hasComplained {
      hasComplained = true
      context.fireErrorCaught(ClientTooSlow())
      // The refusal has as long to go out.
      readSince = context.eventLoop.now
      lastProgress = context.eventLoop.now
      setAlarm(context)
    } else {
      closeAtLast(context)
    }
  }

  private func closeAtLast(_ context: ChannelHandlerContext) {
    let promise = heldClose.promise
    heldClose = (true, nil)
    context.close(promise: promise)
  }
}
