import Foundation

/// Memory of a process, mapped packs included.
package struct Memory: Codable, Sendable, Equatable {
  package var resident_bytes: Int
  package var peak_bytes: Int

  /// This process's; nil where the system does not tell.
  package static var now: Memory? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let resident = kilobytes("VmRSS:", status), let peak = kilobytes("VmHWM:", status)
    else { return nil }
    return Memory(resident_bytes: resident * 1024, peak_bytes: peak * 1024)
  }

  private static func kilobytes(_ key: String, _ status: String) -> Int? {
    status.split(separator: "\n").first { $0.hasPrefix(key) }?
      .split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
  }
}
