public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The server from its start to its end.
public struct ServerProgram: Sendable {
  private let settings: Settings
  private let logger: Logger
  private let loss: LogLoss

  public init(_ settings: Settings, logger: Logger, loss: LogLoss) {
    self.settings = settings
    self.logger = logger
    self.loss = loss
  }

  /// Serves until SIGTERM or SIGINT; requests under way are finished first. SIGHUP reads the pack
  /// anew.
  ///
  /// - Throws: `PackProblem` or `ListenProblem`.
  public func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    // Before the pack is read: a signal while it is must not end the program.
    let signals = await UnixSignalsSequence(trapping: .sighup)
    let current = try CurrentPack(path: settings.pack)
    let endpoints = Endpoints(
      current: current, metrics: Metrics(logLoss: loss), limits: settings.limits)
    logger.info("数据包 \(current.name)（\(settings.pack)）")
    var services: [any Service] = []
    if let host = settings.http {
      services.append(
        application(
          endpoints, at: .hostname(host.name, port: host.port), named: "http://\(host.name)"))
    }
    if let socket = settings.socket {
      try SocketFile.clear(socket)
      services.append(
        application(endpoints, at: .unixDomainSocket(path: socket), named: socket))
    }
    services.append(Reloads(signals: signals, current: current, logger: logger))
    var configuration = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    configuration.maximumGracefulShutdownDuration = .seconds(settings.limits.farewell)
    defer { if let socket = settings.socket { SocketFile.remove(socket) } }
    do { try await ServiceGroup(configuration: configuration).run() } catch let error as IOError {
      throw ListenProblem("无法监听：\(error)；请检查地址是否已被占用、有没有权限")
    }
    logger.info("已停止")
  }

  /// The answers at one address, which the log calls `place`. For tests too.
  public func application(
    _ endpoints: Endpoints, at address: BindAddress, named place: String
  ) -> Application<Endpoints> {
    let limits = settings.limits
    let logger = logger
    return Application(
      responder: endpoints,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [
            ClientPatience(patience: .seconds(Int64(limits.patience)))
          ],
          idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: address,
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port.map { ":\($0)" } ?? ""
        logger.info("开始服务：\(place)\(port)")
      },
      logger: quiet)
  }

  /// What the frameworks say is for their authors; only their failures are logged.
  private var quiet: Logger {
    var quiet = logger
    quiet.logLevel = .error
    return quiet
  }
}
