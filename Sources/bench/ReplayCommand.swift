import ArgumentParser
import Foundation
import Harness
import Pack
import Routing

/// Routes calls a given number of times and prints nothing but a count: what
/// `scripts/count-instructions` runs under valgrind.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Routes calls from compiled packs; for counting instructions.",
    shouldDisplay: false)

  @Option(help: "Pack files, the one with the lexicon first, with commas.") var packs: String
  @Option(help: "How many times to route all calls.") var rounds = 1
  @Flag(help: "Print this process's memory as JSON in place of the count.") var memory = false
  @Option(help: "How many calls of the files to take.") var limit = 500
  @Argument(help: "Corpus: TSV with a text column, or a call a line.") var files: [String]

  func run() throws {
    let images = try packs.split(separator: ",").map { try PackImage(path: String($0)) }
    guard !images.isEmpty else { throw ValidationError("--packs names no pack") }
    let texts = Array(try Corpus.texts(files).prefix(limit))
    guard !texts.isEmpty else { throw ValidationError("the corpus is empty") }
    var server = CallServer(try RouterGroup(images: images), CallSet(texts))
    for _ in 0..<rounds {
      for _ in 0..<texts.count { server.serveNext() }
    }
    if memory, let now = Memory.now {
      print(String(decoding: try JSONEncoder().encode(now), as: UTF8.self))
    } else {
      print("\(texts.count) calls, \(server.urgent) urgent")
    }
  }
}
