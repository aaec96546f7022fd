/// The calls of a run by what they are like: script, length, genre, dialect, tags, batch.
public struct Strata: Sendable {
  public struct Stratum: Sendable {
    public var name: String
    public var board: Scoreboard
  }

  public struct Dimension: Sendable {
    public var name: String
    public var strata: [Stratum]
  }

  /// Those along which calls differ.
  public let dimensions: [Dimension]

  /// Linear in the calls.
  public init(_ outcomes: [Outcome]) {
    func sorted(_ name: String, _ values: @escaping (Outcome) -> [String]) -> Dimension {
      var groups: [String: [Marks]] = [:]
      for outcome in outcomes {
        for value in values(outcome) where !value.isEmpty {
          groups[value, default: []].append(outcome.marks)
        }
      }
      return Dimension(
        name: name,
        strata: groups.keys.sorted().map { Stratum(name: $0, board: Scoreboard(groups[$0]!)) })
    }
    func single(_ name: String, _ value: @escaping (Outcome) -> String) -> Dimension {
      sorted(name) { [value($0)] }
    }
    let all = [
      single("文字") { Script(of: $0.call.text).rawValue },
      single("长度") { Self.band($0.call.text.unicodeScalars.count) },
      single("体裁") { $0.call.genre },
      single("方言") { $0.call.dialect },
      sorted("标签") { Self.tags($0.call.tags) },
      single("批次") { $0.call.batch },
    ]
    dimensions = all.filter { $0.strata.count > 1 || $0.name == "标签" && !$0.strata.isEmpty }
  }

  /// Bands of characters; the names sort as they should.
  private static func band(_ length: Int) -> String {
    switch length {
    case ..<20: "000–019 字"
    case ..<40: "020–039 字"
    case ..<80: "040–079 字"
    case ..<160: "080–159 字"
    default: "160 字以上"
    }
  }

  /// Each once; pairs under one name.
  private static func tags(_ tags: [String]) -> [String] {
    Set(tags.map { $0.hasPrefix("pair-") ? "pair" : $0 }).sorted()
  }
}
