import Foundation

/// Memory of a process, mapped packs included.
package struct Memory: Codable, Sendable, Equatable {
  package var residentBytes: Int
  package var peakBytes: Int

  private enum CodingKeys: String, CodingKey {
    case residentBytes = "resident_bytes"
    case peakBytes = "peak_bytes"
  }

  /// This process's; nil where the system does not tell.
  package static var now: Memory? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let resident = kilobytes("VmRSS:", status), let peak = kilobytes("VmHWM:", status)
    else { return nil }
    return Memory(residentBytes: resident * 1024, peakBytes: peak * 1024)
  }

  private static func kilobytes(_ key: String, _ status: String) -> Int? {
    status.split(separator: "\n").first { $0.hasPrefix(key) }?
      .split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
  }
}
