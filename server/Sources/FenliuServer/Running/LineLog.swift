public import Logging
import Routing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many lines could not be logged.
public final class LogLoss: Sendable {
  private let lines = Atomic(0)

  public init() {}

  package var count: Int { lines.load(ordering: .relaxed) }

  func add() { lines.add(1, ordering: .relaxed) }
}

/// Writes a line an event to a descriptor. A full disk costs the line, which is counted, never the
/// request. Texts of calls are not logged.
public struct LineLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
  public var logLevel: Logger.Level = .info

  private let descriptor: Int32
  private let loss: LogLoss

  /// - Parameter path: a file to append to; nil is standard error.
  /// - Throws: `LogProblem` if it can't be opened.
  public init(path: String?, loss: LogLoss) throws(LogProblem) {
    self.loss = loss
    guard let path else {
      descriptor = 2
      return
    }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw LogProblem(description: "打不开日志文件“\(path)”（系统错误 \(errno)）；请检查路径和权限")
    }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let level =
      switch event.level {
      case .trace, .debug: "调试"
      case .info, .notice: "信息"
      case .warning: "警告"
      case .error, .critical: "错误"
      }
    let text = String(event.message.description.map { $0.isNewline ? " " : $0 })
    let line = Array("\(Self.now.rfc3339) \(level) \(text)\n".utf8)
    // One write a line, so that lines of several threads don't mix.
    let written = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if written != line.count { loss.add() }
  }

  /// The time here.
  private static var now: Instant {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&seconds, &parts)
    return unsafe Instant(seconds: Int64(seconds), offset: Int32(parts.tm_gmtoff))
  }
}

/// Why there is no log.
public struct LogProblem: Error, Sendable, CustomStringConvertible {
  public let description: String
}
