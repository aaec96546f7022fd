import ArgumentParser
import FenliuServer
import Logging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fenliu-server",
    abstract: "分流服务：通过 Unix socket 或 HTTP 回答来电分流请求。",
    discussion: """
      POST /route 一个来电（text/plain，或 JSON 的 text、id、at、place），POST /batch 一行一个 JSON，\
      GET /health 状态，GET /metrics 指标。输出与 fenliu route --format jsonl 相同。SIGHUP 重新读入数据包\
      （新包有误则继续用旧包），SIGTERM 处理完手上的请求再退出。没有加密和登录，只应在本机或内网使用。
      """)

  @Option(help: "数据包文件（fenliu compile 的输出）。") var pack: String
  @Option(help: "Unix socket 的路径。") var socket: String?
  @Option(help: "HTTP 地址：端口，或 主机:端口；不写主机为 127.0.0.1，端口 0 为任意空闲端口。") var http: String?
  @Option(help: "日志文件；不写为标准错误。") var log: String?
  @Option(help: "一个来电的正文、批量中一行的最大字节数。") var maxCall = Limits().callBytes
  @Option(help: "一个批量的最大字节数。") var maxBatch = Limits().batchBytes
  @Option(help: "等客户端发完来电或读取回答的秒数。") var timeout = Limits().patience
  @Option(help: "每个地址同时打开的最多连接数。") var connections = Limits().connections
  @Option(help: "退出时最多等手上的请求多少秒。") var drain = Limits().farewell

  func validate() throws {
    guard socket != nil || http != nil else {
      throw ValidationError("请用 --socket 或 --http 指明在哪里服务（可以都写）")
    }
    guard min(maxCall, maxBatch, timeout, connections, drain) > 0 else {
      throw ValidationError("--max-call、--max-batch、--timeout、--connections 和 --drain 都应大于 0")
    }
  }

  func run() async throws {
    let loss = LogLoss()
    do {
      let handler = try LineLog(path: log, loss: loss)
      let logger = Logger(label: "fenliu-server") { _ in handler }
      try await ServerProgram(settings(), logger: logger, loss: loss).run()
    } catch let problem as PackProblem {
      throw failed("\(problem)", 66)
    } catch let problem as ListenProblem {
      throw failed("\(problem)", 69)
    } catch let problem as LogProblem {
      throw failed("\(problem)", 73)
    }
  }

  private func settings() throws -> Settings {
    var settings = Settings(pack: pack, socket: socket)
    if let http { settings.http = try Self.host(http) }
    settings.limits.callBytes = maxCall
    settings.limits.batchBytes = maxBatch
    settings.limits.patience = timeout
    settings.limits.connections = connections
    settings.limits.farewell = drain
    return settings
  }

  private static func host(_ text: String) throws -> Settings.Host {
    let colon = text.lastIndex(of: ":")
    let port = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard let port = UInt16(port) else {
      throw ValidationError("--http 应为端口或 主机:端口，例如 8110 或 127.0.0.1:8110")
    }
    // An IPv6 address stands in brackets.
    let name = colon.map { text[..<$0].filter { $0 != "[" && $0 != "]" } } ?? ""
    return Settings.Host(name: name.isEmpty ? "127.0.0.1" : name, port: Int(port))
  }

  /// Says it on stderr and gives the exit code, one of sysexits.h.
  private func failed(_ message: String, _ code: Int32) -> ExitCode {
    let line = Array("fenliu-server: \(message)\n".utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    return ExitCode(code)
  }
}
