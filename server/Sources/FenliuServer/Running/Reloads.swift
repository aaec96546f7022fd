import Logging
import ServiceLifecycle
import UnixSignals

/// Reads the pack anew at each SIGHUP. Signals that come during a reload bring one more.
struct Reloads: Service, CustomStringConvertible {
  let signals: UnixSignalsSequence
  let current: CurrentPack
  let logger: Logger

  var description: String { "reloads" }

  func run() async {
    for await _ in signals.cancelOnGracefulShutdown() {
      switch await current.reload() {
      case .success: logger.info("重新读入数据包：\(current.name)")
      case .failure(let problem):
        logger.error("重新读入失败，仍用 \(current.name)：\(problem)")
      }
    }
  }
}
