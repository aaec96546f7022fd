public import Hummingbird
public import HummingbirdCore
import Routing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Answers requests; four addresses need no more than a table.
public struct Endpoints: HTTPResponder {
  public typealias Context = BasicRequestContext

  let current: CurrentPack
  let metrics: Metrics
  let limits: Limits

  public init(current: CurrentPack, metrics: Metrics, limits: Limits) {
    self.current = current
    self.metrics = metrics
    self.limits = limits
  }

  public func respond(to request: Request, context: Context) async throws -> Response {
    let endpoint = Endpoint(rawValue: request.uri.path)
    let timing = metrics.begin(endpoint)
    do {
      let response = try await answer(request, at: endpoint, timing)
      if endpoint != .batch { timing.end(response.status.code) }
      return response
    } catch let refusal as Refusal {
      timing.end(refusal.status.code)
      return refusal.response
    } catch is ClientTooSlow {
      let refusal = Refusal.tooSlow(limits.patience)
      timing.end(refusal.status.code)
      return refusal.response
    } catch {
      // The client went away, or what it sent is no HTTP.
      timing.end(Metrics.clientGone)
      throw error
    }
  }

  private func answer(
    _ request: Request, at endpoint: Endpoint?, _ timing: Metrics.Timing
  ) async throws -> Response {
    guard let endpoint else { throw Refusal.noSuchAddress }
    guard endpoint.takes(request.method) else { throw Refusal.method(allow: endpoint.methods) }
    switch endpoint {
    case .route: return try await route(request)
    case .batch: return try batch(request, timing)
    case .health: return try health()
    case .metrics:
      return Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: metrics.text(of: current))))
    }
  }

  /// One call: the line that `fenliu route` prints.
  private func route(_ request: Request) async throws -> Response {
    let kind = try MediaKind(request.headers)
    let body = try await wholeBody(request)
    let call: Call
    do throws(BadCall) {
      call = kind == .json ? try Call(json: body) : try Call(plain: body)
    } catch {
      throw Refusal.bad(error)
    }
    var line = ByteBuffer(string: current.pack.line(call))
    line.writeInteger(UInt8(ascii: "\n"))
    metrics.count(calls: 1)
    return Response(
      status: .ok, headers: [.contentType: MediaKind.jsonUTF8], body: .init(byteBuffer: line))
  }

  private func wholeBody(_ request: Request) async throws -> [UInt8] {
    try refuseTooLarge(request, limits.callBytes)
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      bytes += buffer.readableBytesView
      if bytes.count > limits.callBytes { throw Refusal.tooLarge(limits.callBytes) }
    }
    return bytes
  }

  /// Refuses what says itself that it is too large, before it is read.
  func refuseTooLarge(_ request: Request, _ limit: Int) throws(Refusal) {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Refusal.tooLarge(limit)
    }
  }

  private struct Health: Encodable {
    var status = "ok"
    var pack: String
    var packDigest: String
    var reloadError: String?

    private enum CodingKeys: String, CodingKey {
      case status, pack
      case packDigest = "pack_digest"
      case reloadError = "reload_error"
    }
  }

  /// Able to route; with what the last reload failed for, if it did.
  private func health() throws -> Response {
    let pack = current.pack
    let health = Health(
      pack: pack.id, packDigest: pack.digest,
      reloadError: current.reloads.problem.map { "\($0)；仍在使用原来的数据包" })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var buffer = try ByteBuffer(bytes: encoder.encode(health))
    buffer.writeInteger(UInt8(ascii: "\n"))
    return Response(
      status: .ok, headers: [.contentType: MediaKind.jsonUTF8], body: .init(byteBuffer: buffer))
  }
}

/// The addresses.
enum Endpoint: String, CaseIterable {
  case route = "/route"
  case batch = "/batch"
  case health = "/health"
  case metrics = "/metrics"

  var methods: String { self == .route || self == .batch ? "POST" : "GET" }

  func takes(_ method: HTTPRequest.Method) -> Bool { method.rawValue == methods }
}
