import ArgumentParser
import Foundation
import Harness

/// The gazetteer of the whole country: what it takes to compile, to open, and to find places with it.
struct NationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nation",
    abstract: "Compiles the table of the country's places, opens it, finds the places in texts.")

  @Argument(help: "The table, made by scripts/make_nation.py.") var table: String
  @Argument(help: "Texts, one a line.") var docs: [String]
  @Option(help: "Where to write the figures as JSON.") var json: String?
  @Option(help: "How often all is done; the fastest round counts.") var rounds = 5
  @Option(help: "The lexicons folder, for its normalization tables.") var lexicons = "lexicons"

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
  }

  func run() throws {
    let texts = try docs.map { (file: $0, lines: try ScanCommand.lines($0)) }
    let figures = try NationRun(
      table: table, texts: texts, lexicons: lexicons, rounds: rounds
    ).figures
    for (name, value) in Environment.current.lines + figures.lines {
      print(name + String(repeating: " ", count: max(16 - name.count, 1)) + value)
    }
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { try encoder.encode(figures).write(to: URL(fileURLWithPath: json)) } catch {
      throw ValidationError("cannot write \(json): \(error.localizedDescription)")
    }
  }
}
