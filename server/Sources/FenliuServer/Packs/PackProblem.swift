import Pack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a pack could not be opened, in words for whoever runs the server: what, and the mend.
public struct PackProblem: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ error: PackError, path: String) {
    if case .unreadable(let code) = error.kind {
      self.init(errno: code, path: path)
      return
    }
    let what =
      switch error.kind {
      case .notAPack: "不是 fenliu 数据包；请用 fenliu compile 编译"
      case .newerFormat: "是更新的格式，这个服务程序读不了；请升级服务程序，或用同版本的 fenliu 重新编译"
      case .olderFormat: "是旧格式；请用同版本的 fenliu 重新编译"
      case .unsupportedHost: "不能在这种机器上使用（只支持小端机器）"
      case .damaged, .unreadable: "已损坏或不完整；请重新复制或重新编译"
      }
    self.init("数据包“\(path)”\(what)")
  }

  private init(_ description: String) { self.description = description }

  init(errno code: Int32, path: String) {
    let why =
      switch code {
      case ENOENT: "文件不存在"
      case EACCES, EPERM: "没有读取权限"
      case EISDIR: "是文件夹，不是文件"
      default: "系统错误 \(code)"
      }
    self.init("读不了数据包“\(path)”：\(why)")
  }
}
