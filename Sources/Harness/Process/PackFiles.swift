import CAllocationCounter
import Foundation
import Pack
import Routing

extension Subject {
  /// Writes the packs into a folder; their paths, the one with the lexicon first.
  func writePacks(to folder: String) throws -> [String] {
    try images.enumerated().map { index, image in
      let path = "\(folder)/\(index).pack"
      try Data(image).write(to: URL(fileURLWithPath: path))
      return path
    }
  }

  /// Nanoseconds to open, check and make ready all packs from their files: the median of `rounds`,
  /// with the files in the system's cache.
  package func packLoadTime(rounds: Int = 21) throws -> UInt64 {
    try withTemporaryFolder { folder in
      let paths = try writePacks(to: folder)
      var times: [UInt64] = []
      for _ in 0..<rounds {
        let start = Nanoclock.now
        let group = try RouterGroup(images: paths.map { try PackImage(path: $0) })
        let end = Nanoclock.now
        precondition(group.routers.count == paths.count)
        times.append(end - start)
      }
      return times.sorted()[rounds / 2]
    }
  }

  /// Heap allocations a call makes once the scratch has seen all calls; nil where they cannot be
  /// counted.
  package func allocationsPerCall() -> Double? {
    guard fenliu_allocations_of_this_thread() >= 0 else { return nil }
    var server = CallServer(self)
    for _ in 0..<calls.count { server.serveNext() }
    let before = fenliu_allocations_of_this_thread()
    for _ in 0..<calls.count { server.serveNext() }
    return Double(fenliu_allocations_of_this_thread() - before) / Double(calls.count)
  }

  /// Instructions a call executes, counted by valgrind over `count` calls.
  ///
  /// - Parameter script: `scripts/count-instructions`.
  /// - Throws: `ScenarioError` if the script fails; it has said why on stderr.
  package func instructionsPerCall(script: String, count: Int = 500) throws -> Double {
    try withFiles(count) { packs, corpus in
      guard let output = Tool.output([script, packs, corpus]), let figure = Double(output) else {
        throw ScenarioError(
          description: "\(script) failed; leave out --instructions, or install valgrind")
      }
      return figure
    }
  }

  /// Memory of a process that only opens the packs and routes all calls; nil if it cannot be run.
  ///
  /// - Parameter bench: path of the executable `bench`.
  package func memory(bench: String) throws -> Memory? {
    try withFiles(calls.count) { packs, corpus in
      let limit = "\(calls.count)"
      return Tool.output([bench, "replay", "--packs", packs, "--limit", limit, "--memory", corpus])
        .flatMap { try? JSONDecoder().decode(Memory.self, from: Data($0.utf8)) }
    }
  }

  /// Hands the packs as files, with commas, and a file of the first `count` calls to `body`.
  private func withFiles<Result>(
    _ count: Int, _ body: (_ packs: String, _ corpus: String) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let paths = try writePacks(to: folder)
      var text = Data()
      for index in 0..<min(count, calls.count) {
        unsafe text.append(contentsOf: calls[index])
        text.append(10)
      }
      let corpus = "\(folder)/calls.txt"
      try text.write(to: URL(fileURLWithPath: corpus))
      return try body(paths.joined(separator: ","), corpus)
    }
  }
}
