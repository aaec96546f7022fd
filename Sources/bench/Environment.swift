import Foundation

/// The machine a figure was measured on.
struct Environment {
  let processor: String
  let cores: Int
  let system: String

  static let current = Environment(
    processor: cpuName() ?? "unknown processor",
    cores: ProcessInfo.processInfo.activeProcessorCount,
    system: ProcessInfo.processInfo.operatingSystemVersionString)

  func print() {
    Swift.print("machine         \(processor), \(cores) cores, \(system)")
  }

  private static func cpuName() -> String? {
    guard let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
      return nil
    }
    return info.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
