import Foundation

/// The machine and the program a figure was measured on.
package struct Environment: Codable, Sendable, Equatable {
  package var cpu: String
  package var cores: Int
  package var os: String
  package var swift: String
  package var icu: String
  /// Short hash, with `+` if the working tree had changes.
  package var commit: String

  package static let current = Environment(
    cpu: cpuName() ?? "unknown",
    cores: ProcessInfo.processInfo.activeProcessorCount,
    os: osName(),
    swift: swiftVersion() ?? "unknown",
    icu: Tool.quietOutput("pkg-config --modversion icu-i18n") ?? "unknown",
    commit: Tool.quietOutput("git rev-parse --short HEAD").map {
      $0 + (Tool.quietOutput("git status --porcelain --untracked-files=no") == "" ? "" : "+")
    } ?? "unknown")

  package var lines: [(String, String)] {
    [
      ("machine", "\(cpu), \(cores) cores"), ("system", os),
      ("built with", "Swift \(swift), ICU \(icu), commit \(commit)"),
    ]
  }

  private static func osName() -> String {
    let name = ProcessInfo.processInfo.operatingSystemVersionString
    return Tool.quietOutput("uname -sr").map { "\(name), \($0)" } ?? name
  }

  private static func swiftVersion() -> String? {
    guard let text = Tool.quietOutput("swift --version"),
      let found = text.range(of: "Swift version ")
    else { return nil }
    return text[found.upperBound...].split(separator: " ").first.map(String.init)
  }

  private static func cpuName() -> String? {
    guard let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else {
      return nil
    }
    return info.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
