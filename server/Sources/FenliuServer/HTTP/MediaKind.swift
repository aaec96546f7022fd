import Hummingbird

/// What a body is said to be.
enum MediaKind {
  case plain, json

  static let jsonUTF8 = "application/json; charset=utf-8"
  static let jsonLines = "application/x-ndjson; charset=utf-8"

  /// Nothing said means plain text.
  ///
  /// - Throws: `Refusal` for another type or another encoding than UTF-8.
  init(_ headers: HTTPFields) throws(Refusal) {
    guard let field = headers[.contentType] else {
      self = .plain
      return
    }
    let parts = field.lowercased().split(separator: ";").map { part in
      part.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
    }
    switch parts.first {
    case "text/plain": self = .plain
    case "application/json": self = .json
    default: throw Refusal.mediaType
    }
    for parameter in parts.dropFirst() where parameter.hasPrefix("charset=") {
      guard ["charset=utf-8", "charset=utf8", "charset=us-ascii"].contains(parameter) else {
        throw Refusal.mediaType
      }
    }
  }
}
