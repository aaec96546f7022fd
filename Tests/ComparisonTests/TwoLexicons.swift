import Comparison
import Pack
import PackBuilder
import Routing
import TestSupport

/// Two mini lexicons side by side, and what changes from one to the other.
struct TwoLexicons {
  var before: MiniLexicon
  var after: MiniLexicon

  /// Runs `body` with the comparer and the edit that leads from `before` to `after`.
  func compare<Result>(_ body: (Comparer, LexiconEdit) throws -> Result) throws -> Result {
    try before.withFolder { old in
      try after.withFolder { new in
        try body(
          Comparer(before: Self.router(old), after: Self.router(new)),
          LexiconEdit(from: old, to: new, pack: "chengkou"))
      }
    }
  }

  private static func router(_ folder: SourceFolder) throws -> Router {
    try Router(image: PackImage(bytes: PackCompiler(folder).compile("chengkou").image))
  }

  /// A table of calls: `id | text | policing | category | unit | urgent`.
  static func table(_ rows: [String]) throws -> CallTable {
    var text = "id\ttext\tpolicing\tcategory\tunit\turgent\n"
    for row in rows {
      text +=
        row.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.filter { $0 != " " } }.joined(separator: "\t") + "\n"
    }
    var table = CallTable()
    try table.add(path: "calls.tsv", bytes: Array(text.utf8))
    return table
  }

  /// A table of texts alone.
  static func plain(_ texts: [String]) throws -> CallTable {
    var table = CallTable()
    try table.add(path: "calls", bytes: Array((texts.joined(separator: "\n") + "\n").utf8))
    return table
  }
}
