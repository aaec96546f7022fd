/// Why a pack could not be opened.
public struct PackError: Error, Sendable, CustomStringConvertible {
  enum Code: Sendable, Equatable {
    case cannotRead(errno: Int32)
    case truncated(expected: Int, found: Int)
    case notAPack
    case formatVersion(found: UInt32, supported: UInt32)
    case damaged
    case missingSection(SectionID)
    case badSection(SectionID)
    case bigEndianHost
  }

  let code: Code
  let path: String?

  init(_ code: Code, path: String? = nil) {
    self.code = code
    self.path = path
  }

  /// True if the file is a pack of another format version: compile it anew.
  public var isFormatVersionMismatch: Bool {
    if case .formatVersion = code { true } else { false }
  }

  public var description: String {
    (path.map { "\($0): " } ?? "") + reason
  }

  private var reason: String {
    switch code {
    case .cannotRead(let errno): "the pack cannot be read (errno \(errno))"
    case .truncated(let expected, let found):
      "the pack is cut short: \(found) of \(expected) bytes; copy or compile it again"
    case .notAPack: "this is not a fenliu pack"
    case .formatVersion(let found, let supported):
      "the pack has format version \(found), this library reads version \(supported); compile it again"
    case .damaged: "the pack is damaged (its digest does not match); copy or compile it again"
    case .missingSection(let id): "the pack lacks its section '\(id)'; compile it again"
    case .badSection(let id): "the pack's section '\(id)' is malformed; compile it again"
    case .bigEndianHost: "packs are little-endian and cannot be mapped on this machine"
    }
  }
}
