import Foundation

/// What is wrong with a scenario: one line a mistake, each with its place and what to do.
package struct ScenarioError: Error, CustomStringConvertible {
  package let description: String
}

/// Reads a scenario: TSV with the columns `key` and `value`, lines with `#` are remarks.
package struct ScenarioFile {
  private let path: String
  private var scenario: Scenario
  private var mistakes: [String] = []

  /// The scenario `name` of a folder; a path to a `.tsv` file works too.
  ///
  /// - Throws: `ScenarioError` with all mistakes at once.
  package static func read(_ name: String, in folder: String) throws -> Scenario {
    let path = name.hasSuffix(".tsv") ? name : "\(folder)/\(name).tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      let known = names(in: folder).joined(separator: ", ")
      throw ScenarioError(
        description: "no scenario \(name): \(path) cannot be read; there are: \(known)")
    }
    let id = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? name
    return try parse(text, name: id, path: path)
  }

  /// Names of the scenarios of a folder.
  package static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// Reads the text of a scenario. O(text).
  package static func parse(_ text: String, name: String, path: String) throws -> Scenario {
    var file = ScenarioFile(path: path, scenario: Scenario(name: name))
    // A line end is one character, be it LF or CR LF.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") || line == "key\tvalue" { continue }
      file.read(line, at: index + 1)
    }
    file.checkWhole()
    guard file.mistakes.isEmpty else {
      throw ScenarioError(description: file.mistakes.joined(separator: "\n"))
    }
    return file.scenario
  }

  private mutating func read(_ line: Substring, at number: Int) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 2 else {
      mistakes.append("\(path):\(number): a line is a key, a tab and a value")
      return
    }
    let value = String(cells[1])
    var isRead = true
    switch cells[0] {
    case "summary": scenario.summary = value
    case "load": isRead = assign(Scenario.Load(rawValue: value), to: \.load)
    case "packs": isRead = assign(Scenario.Packs(rawValue: value), to: \.packs)
    case "rate": isRead = assign(positive(value), to: \.rate)
    case "seconds": isRead = assign(positive(value), to: \.seconds)
    case "burst_factor": isRead = assign(positive(value), to: \.burstFactor)
    case "burst_from": isRead = assign(positive(value), to: \.burstFrom)
    case "burst_seconds": isRead = assign(positive(value), to: \.burstSeconds)
    case "calls": isRead = assign(Int(value).flatMap { $0 > 0 ? $0 : nil }, to: \.calls)
    case "sample": isRead = assign(positive(value).flatMap { $0 <= 1 ? $0 : nil }, to: \.sample)
    case "warm_up": isRead = assign(Int(value).flatMap { $0 >= 0 ? $0 : nil }, to: \.warmUp)
    default: mistakes.append("\(path):\(number): nobody knows the key “\(cells[0])”; take it out")
    }
    if !isRead { mistakes.append("\(path):\(number): “\(value)” is no \(cells[0])") }
  }

  private mutating func assign<Value>(
    _ value: Value?, to field: WritableKeyPath<Scenario, Value>
  ) -> Bool {
    guard let value else { return false }
    scenario[keyPath: field] = value
    return true
  }

  private func positive(_ text: String) -> Double? {
    Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  private mutating func checkWhole() {
    switch scenario.load {
    case .full where scenario.calls == 0:
      mistakes.append("\(path): a load of full speed needs “calls”")
    case .poisson where scenario.rate == 0 || scenario.seconds == 0,
      .burst where scenario.rate == 0 || scenario.seconds == 0:
      mistakes.append("\(path): a load by schedule needs “rate” and “seconds”")
    case .burst where scenario.burstSeconds == 0 || scenario.burstFactor == 1:
      mistakes.append("\(path): a burst needs “burst_factor” and “burst_seconds”")
    default: break
    }
  }
}
