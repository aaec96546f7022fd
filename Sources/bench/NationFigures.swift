import Harness

/// What the gazetteer of the whole country costs.
struct NationFigures: Encodable {
  struct Texts: Encodable {
    var file: String
    var texts: Int
    var characters: Int
    /// Names found, by how many texts each county or nothing.
    var names = 0
    var county = 0
    var ambiguous = 0
    var none = 0
    /// Time on a core: fold, scan, narrow, vote.
    var nsPerChar: Double
  }

  var environment = Environment.current
  var places: Int
  var names: Int
  var bytes: Int
  /// From the file of the table to the image, by the clock, on as many cores as are free.
  var compileSeconds: Double
  /// The same, as time on all cores together.
  var compileCoreSeconds: Double
  /// Open, map, check the digest, ready; median of 21, the file in the system's cache.
  var loadMilliseconds: Double
  var texts: [Texts]

  var lines: [(String, String)] {
    [
      ("places", "\(places), \(names) names"),
      ("size", "\(digits(Double(bytes) / 1e6)) MB (\(bytes) bytes)"),
      (
        "compile",
        "\(digits(compileSeconds)) s, \(digits(compileCoreSeconds)) s on cores"
      ),
      ("load", "\(digits(loadMilliseconds)) ms"),
    ]
      + texts.map {
        (
          $0.file.split(separator: "/").last.map(String.init) ?? $0.file,
          "\(digits($0.nsPerChar)) ns/character; \($0.texts) texts, \($0.names) names; "
            + "one county \($0.county), ambiguous \($0.ambiguous), none \($0.none)"
        )
      }
  }
}
