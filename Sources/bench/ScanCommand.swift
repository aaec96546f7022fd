import ArgumentParser
import Foundation

/// Fold + scan alone, over any keywords and texts.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Folds texts and finds all keywords in them; prints cost per character.")

  @Argument(help: "Keywords, one a line.") var keywords: String
  @Argument(help: "Texts, one a line.") var docs: String
  @Option(help: "Where to write the figures as JSON.") var json: String?
  @Option(help: "How often the texts are gone through; the fastest round counts.") var rounds = 5
  @Option(help: "The lexicons folder, for its normalization tables.") var lexicons = "lexicons"

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
  }

  func run() throws {
    let figures = try ScanRun(
      keywords: Self.lines(keywords), docs: Self.lines(docs), lexicons: lexicons, rounds: rounds
    ).figures
    print(figures.table)
    if let json {
      do { try figures.json.write(toFile: json, atomically: true, encoding: .utf8) } catch {
        throw ValidationError("cannot write \(json): \(error.localizedDescription)")
      }
    }
  }

  /// The lines of a file, as UTF-8, without empty ones.
  static func lines(_ path: String) throws -> [[UInt8]] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("cannot read \(path): give a file of UTF-8 text, one entry a line")
    }
    return [UInt8](data).split(separator: UInt8(ascii: "\n")).map { line in
      Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }.filter { !$0.isEmpty }
  }
}
