extension PackError {
  /// What kind of failure it was, for callers that must tell them apart.
  public enum Kind: Sendable, Hashable {
    /// The file cannot be read.
    case unreadable(errno: Int32)
    case notAPack
    /// Compiled for a format that is newer than this library.
    case newerFormat
    /// Compiled for a format that is older than this library.
    case olderFormat
    /// Cut short, altered, or lacking a section.
    case damaged
    /// Packs cannot be mapped on this machine.
    case unsupportedHost
  }

  public var kind: Kind {
    switch code {
    case .cannotRead(let errno): .unreadable(errno: errno)
    case .notAPack: .notAPack
    case .formatVersion(let found, let supported):
      found > supported ? .newerFormat : .olderFormat
    case .truncated, .damaged, .missingSection, .badSection: .damaged
    case .bigEndianHost: .unsupportedHost
    }
  }
}

extension PackImage {
  /// The format version of every pack that this library opens.
  public static var formatVersion: UInt32 { PackHeader.formatVersion }
}
