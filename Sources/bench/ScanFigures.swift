/// What fold + scan cost, in time on a core. The first four fields of the JSON are a contract.
struct ScanFigures {
  /// Fold and scan, of the texts as they came.
  let nanosecondsPerCharacter: Double
  let matches: Int
  /// From folded table and keywords in memory to a matcher that is ready.
  let buildMilliseconds: Double
  /// Fold table, alphabet and matcher.
  let imageBytes: Int
  /// Folding alone: codes, both ends of each code's span, breaks of clauses.
  let foldNanosecondsPerCharacter: Double
  /// Folding alone, as scanning uses it: codes and the start of each code's span.
  let leanFoldNanosecondsPerCharacter: Double
  /// Different keywords, once folded.
  let keywords: Int
  let longest: Int
  let engine: String
  let docs: Int
  let characters: Int

  var json: String {
    """
    {"ns_per_char":\(Self.round(nanosecondsPerCharacter, 3)),"matches":\(matches),\
    "build_ms":\(Self.round(buildMilliseconds, 1)),"image_bytes":\(imageBytes),\
    "fold_ns_per_char":\(Self.round(foldNanosecondsPerCharacter, 3)),\
    "lean_fold_ns_per_char":\(Self.round(leanFoldNanosecondsPerCharacter, 3)),\
    "keywords":\(keywords),"longest":\(longest),"engine":"\(engine)",\
    "docs":\(docs),"characters":\(characters)}

    """
  }

  /// One line a figure, names and values in columns.
  var table: String {
    let rows = [
      ("keywords", "\(keywords), longest \(longest), \(engine)"),
      ("texts", "\(docs), \(characters) characters"),
      ("fold + scan", "\(Self.round(nanosecondsPerCharacter, 2)) ns/character"),
      (
        "fold",
        "\(Self.round(foldNanosecondsPerCharacter, 2)) ns/character, "
          + "\(Self.round(leanFoldNanosecondsPerCharacter, 2)) with starts only"
      ),
      ("matches", "\(matches)"),
      ("build", "\(Self.round(buildMilliseconds, 1)) ms"),
      ("image", "\(imageBytes) bytes"),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width + 2 - name.count) + value
    }.joined(separator: "\n")
  }

  private static func round(_ value: Double, _ digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
