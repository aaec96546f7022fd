import Foundation
import Pack
public import PackBuilder
public import Routing

/// A small lexicon made for one test suite: the real scheme, concepts and plan, but only the
/// terms, rules, cues and exclusions given.
public struct MiniLexicon: Sendable {
  /// Rows without header: `term target weight`, separated by spaces.
  public var terms: [String] = []
  /// Rows: `id | target | weight | all | any | none | window | order`.
  public var rules: [String] = []
  /// Rows: `cue context direction reach bound`.
  public var cues: [String] = []
  /// Rows: `text target`, the target may be missing.
  public var exclusions: [String] = []
  /// Rows: `category danger weight`.
  public var presumptions: [String] = []
  /// Rows of mined terms: `text | rarity | weights`.
  public var mined: [String] = []
  /// The same, fixed by hand.
  public var locked: [String] = []
  /// Rows `key value` in place of those of the real settings.
  public var settings: [String] = []

  public init(
    terms: [String] = [], rules: [String] = [], cues: [String] = [], exclusions: [String] = [],
    presumptions: [String] = [], mined: [String] = [], locked: [String] = [],
    settings: [String] = []
  ) {
    self.settings = settings
    self.presumptions = presumptions
    self.mined = mined
    self.locked = locked
    self.terms = terms
    self.rules = rules
    self.cues = cues
    self.exclusions = exclusions
  }

  /// Compiles it.
  public func router() throws -> Router { try Router(image: PackImage(bytes: image())) }

  /// A pack's bytes.
  public func image() throws -> [UInt8] {
    try withFolder { try PackCompiler($0).compile("chengkou").image }
  }

  /// Writes it to a folder that lasts as long as `body` runs.
  public func withFolder<Result>(_ body: (SourceFolder) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "fenliu-mini-\(UUID().uuidString)"
    let files = FileManager.default
    try files.copyItem(atPath: TestPack.root + "/lexicons", toPath: path)
    defer { try? files.removeItem(atPath: path) }
    for folder in ["terms", "exclusions", "rules"] {
      try files.removeItem(atPath: "\(path)/base/\(folder)")
      try files.createDirectory(
        atPath: "\(path)/base/\(folder)", withIntermediateDirectories: false)
    }
    func write(_ name: String, _ header: [String], _ rows: [[String]]) throws {
      let lines = [header] + rows.map { $0 + Array(repeating: "", count: header.count - $0.count) }
      try lines.map { $0.joined(separator: "\t") + "\n" }.joined()
        .write(toFile: "\(path)/base/\(name)", atomically: true, encoding: .utf8)
    }
    func words(_ row: String) -> [String] { row.split(separator: " ").map(String.init) }
    try write(
      "terms/mini.tsv", ["term", "target", "weight", "kind"], terms.map { words($0) + ["spoken"] })
    try write("exclusions/mini.tsv", ["text", "target"], exclusions.map(words))
    try write(
      "presumptions.tsv", ["category", "danger", "weight", "unless"], presumptions.map(words))
    func cells(_ row: String) -> [String] {
      row.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    try write("mined.tsv", ["text", "rarity", "weights"], mined.map(cells))
    try write("mined_locked.tsv", ["text", "rarity", "weights"], locked.map(cells))
    try write("cues.tsv", ["cue", "context", "direction", "reach", "bound"], cues.map(words))
    try write(
      "rules/mini.tsv", ["id", "target", "weight", "all", "any", "none", "window", "order"],
      rules.map(cells))
    let keys = Set(settings.compactMap { words($0).first })
    let kept = try String(contentsOfFile: "\(path)/base/settings.tsv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
      .filter { !keys.contains($0[0]) }
    try write("settings.tsv", kept[0], kept.dropFirst() + settings.map(words))
    return try body(SourceFolder(path))
  }
}
