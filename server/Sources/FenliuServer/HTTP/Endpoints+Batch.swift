import Hummingbird
import HummingbirdCore

extension Endpoints {
  /// JSON lines in, a line each out, while they come. The client must read while it writes; if it
  /// doesn't, the connection's buffers fill up and the server stops reading.
  func batch(_ request: Request, _ timing: Metrics.Timing) throws(Refusal) -> Response {
    try refuseTooLarge(request, limits.batchBytes)
    let body = ResponseBody { writer in
      var answer = BatchAnswer(pack: current.pack, limits: limits)
      defer { metrics.count(calls: answer.calls, badLines: answer.badLines) }
      do {
        for try await buffer in request.body {
          try answer.append(buffer)
          while let lines = answer.next() {
            try await writer.write(lines)
            // A long batch takes turns with other requests.
            await Task.yield()
          }
        }
        if let line = answer.last() { try await writer.write(line) }
        try await writer.finish(nil)
        timing.end(200)
      } catch let refusal as Refusal {
        timing.end(refusal.status.code)
        try await writer.write(answer.end(refusal))
        // Without the end of the body: the client sees that the batch was cut off.
        throw refusal
      } catch {
        timing.end(error is ClientTooSlow ? 408 : Metrics.clientGone)
        throw error
      }
    }
    return Response(status: .ok, headers: [.contentType: MediaKind.jsonLines], body: body)
  }
}
