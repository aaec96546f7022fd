import Foundation
import Pack
import PackBuilder
import Routing
import TestSupport

/// The real lexicon with another gazetteer and no terms, for what one county does not show.
struct DemoCounty {
  /// Rows of `code name kind status successor`, separated by spaces; `-` is an empty cell.
  var townships: [String] = []
  /// Rows of `code name short township status`.
  var villages: [String] = []
  /// Rows of `name townships kind certainty`.
  var landmarks: [String] = []

  /// A county where old townships were split by village.
  static let split = DemoCounty(
    townships: [
      "1 甲子镇 镇 current -", "2 乙丑镇 镇 current -", "3 丙寅乡 乡 current -",
      "4 丁卯乡 乡 former 甲子镇;乙丑镇", "5 戊辰镇 镇 former 丙寅乡", "6 己巳镇 镇 former 宣汉县",
    ],
    villages: [
      "11 鱼山村 鱼山村 甲子镇 current", "21 鸟山村 鸟山村 乙丑镇 current",
      "22 文溪社区 文溪社区 乙丑镇 current", "31 文溪村 文溪村 丙寅乡 current",
      "12 兽山村 兽山村 丁卯乡 former",
    ])

  /// Reads the sources and tells what is wrong with them.
  func diagnostics() throws -> [String] {
    try withFolder { folder in
      var diagnostics = Diagnostics()
      _ = GazetteerSource(folder, pack: "chengkou", into: &diagnostics)
      return diagnostics.sorted.map {
        "\($0.file.split(separator: "/").last ?? ""):\($0.line) \($0.message)"
      }
    }
  }

  func router() throws -> Router {
    try withFolder {
      try Router(image: PackImage(bytes: PackCompiler($0).compile("chengkou").image))
    }
  }

  private func withFolder<Result>(_ body: (SourceFolder) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "fenliu-county-\(UUID().uuidString)"
    let files = FileManager.default
    // Were the folder a link, its copy would be one, and what follows would empty the original.
    let source = URL(fileURLWithPath: TestPack.root + "/lexicons").resolvingSymlinksInPath()
    try files.copyItem(atPath: source.path, toPath: path)
    defer { try? files.removeItem(atPath: path) }
    for folder in ["base/terms", "base/exclusions", "chengkou/gazetteer"] {
      try files.removeItem(atPath: "\(path)/\(folder)")
      try files.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: false)
    }
    func write(_ name: String, _ header: String, _ rows: [String]) throws {
      let lines = ([header] + rows).map { row in
        row.split(separator: " ").map { $0 == "-" ? "" : String($0) }.joined(separator: "\t")
      }
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: "\(path)/chengkou/gazetteer/\(name).tsv", atomically: true, encoding: .utf8)
    }
    try write("townships", "code name kind status successor", townships)
    try write("villages", "code name short township status", villages)
    try write("landmarks", "name townships kind certainty", landmarks)
    return try body(SourceFolder(path))
  }
}
