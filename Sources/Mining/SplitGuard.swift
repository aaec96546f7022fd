import Comparison
import PackBuilder

/// Knows which batches are for testing, so that nothing is learnt from them.
public struct SplitGuard: Sendable {
  private var packs: [String: Set<String>] = [:]

  public init() {}

  /// Adds what a `splits.tsv` says: rows `pack batch split`.
  public mutating func add(splits path: String, bytes: [UInt8]) {
    var ignored = Diagnostics()
    let table = SourceTable(
      file: path, bytes: bytes, required: ["pack", "batch", "split"], optional: ["hand", "note"],
      into: &ignored)
    for row in table.rows where row["split"].hasPrefix("test") {
      packs[row["pack"], default: []].insert(row["batch"])
    }
  }

  /// The batch of a file that is for testing, nil if there is none: by the file's own name and
  /// folder, and by the column `batch`, so that a copy under another name is known too.
  public func testBatch(of file: String, batches: Set<String>) -> String? {
    let parts = file.split(separator: "/")
    let name = String(parts.last?.split(separator: ".").first ?? "")
    let folder = parts.count > 1 ? String(parts[parts.count - 2]) : ""
    if packs[folder]?.contains(name) == true { return name }
    let all = packs.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    return batches.sorted().first(where: all.contains)
  }
}
