import Foundation

/// Calls of every kind for tests that only need many: the corpus's training batches.
public enum SampleCalls {
  public static let all: [String] = {
    let folder = TestPack.root + "/corpora/chengkou"
    var texts: [String] = []
    for name in ["b01", "b02", "b03", "b04", "b05", "b11", "b12"] {
      guard let table = try? String(contentsOfFile: "\(folder)/\(name).tsv", encoding: .utf8) else {
        continue
      }
      for line in table.split(separator: "\n").dropFirst() {
        texts.append(String(line.split(separator: "\t", omittingEmptySubsequences: false)[1]))
      }
    }
    return texts
  }()
}
