#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of a Unix socket.
package enum SocketFile {
  /// Removes what a server that was killed has left. O(1).
  ///
  /// - Throws: `ListenProblem` if somebody answers there, or if it is something else.
  package static func clear(_ path: String) throws(ListenProblem) {
    guard path.utf8.count < capacity else {
      throw ListenProblem("socket 的路径“\(path)”太长，最多 \(capacity - 1) 字节；请换一个短的")
    }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    guard attributes[.type] as? FileAttributeType == .typeSocket else {
      throw ListenProblem("“\(path)”已存在，但不是 socket；请换一个路径，或先移走它")
    }
    if isAnswered(path) {
      throw ListenProblem("已有程序在“\(path)”上服务；请先停掉它，或换一个路径")
    }
    remove(path)
  }

  package static func remove(_ path: String) { _ = unsafe unlink(path) }

  private static var capacity: Int { MemoryLayout.size(ofValue: sockaddr_un().sun_path) }

  private static func isAnswered(_ path: String) -> Bool {
    let descriptor = socket(AF_UNIX, stream, 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    return unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, size) == 0
      }
    }
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif
}

/// Why the server can't listen where it should.
public struct ListenProblem: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
