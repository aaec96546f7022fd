import Foundation

/// Calls of every kind for tests that only need many: the corpora's training batches.
public enum SampleCalls {
  public static let all: [String] =
    ["b01", "b02", "b03", "b04", "b05", "b11", "b12"].flatMap { texts("chengkou/\($0).tsv") }

  /// The calls of all training batches of all counties, by `corpora/splits.tsv`.
  public static let training = split("train")

  /// The calls of the batches that were looked at and not trained on.
  public static let development = split("dev")

  private static func split(_ name: String) -> [String] {
    lines("splits.tsv").map { $0.split(separator: "\t").map(String.init) }
      .filter { $0.count > 2 && $0[2] == name }
      .flatMap { texts("\($0[0])/\($0[1]).tsv") }
  }

  private static func texts(_ table: String) -> [String] {
    lines(table).dropFirst().map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[1])
    }
  }

  private static func lines(_ table: String) -> [Substring] {
    let path = TestPack.root + "/corpora/" + table
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n")
  }
}
