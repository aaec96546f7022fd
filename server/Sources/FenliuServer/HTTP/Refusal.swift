import Hummingbird

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A request that gets no answer but why, in Chinese.
struct Refusal: Error, Sendable {
  var status: HTTPResponse.Status
  var message: String
  /// The methods that the address takes.
  var allow: String?
  /// True if the rest of the request is not worth reading.
  var closes = false

  static func bad(_ call: BadCall) -> Refusal {
    Refusal(status: .badRequest, message: call.message)
  }

  static func tooLarge(_ limit: Int) -> Refusal {
    Refusal(
      status: .contentTooLarge, message: "请求正文超过 \(limit) 字节；请分成几次发送", closes: true)
  }

  static func tooSlow(_ seconds: Int) -> Refusal {
    Refusal(
      status: .requestTimeout, message: "\(seconds) 秒内没有收完请求；请检查网络后重发", closes: true)
  }

  static let noSuchAddress = Refusal(
    status: .notFound, message: "没有这个地址；可用的有 /route、/batch、/health 和 /metrics")

  static func method(allow: String) -> Refusal {
    Refusal(status: .methodNotAllowed, message: "这个地址只接受 \(allow)", allow: allow)
  }

  static let mediaType = Refusal(
    status: .unsupportedMediaType,
    message: "请求的 Content-Type 应为 text/plain 或 application/json，编码应为 UTF-8")

  var response: Response {
    var headers: HTTPFields = [.contentType: MediaKind.jsonUTF8]
    if let allow { headers[.allow] = allow }
    if closes { headers[.connection] = "close" }
    return Response(status: status, headers: headers, body: .init(byteBuffer: body))
  }

  private var body: ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A dictionary of strings can always be encoded.
    let json = (try? encoder.encode(["error": message])) ?? Data("{}".utf8)
    var buffer = ByteBuffer(bytes: json)
    buffer.writeInteger(UInt8(ascii: "\n"))
    return buffer
  }
}
