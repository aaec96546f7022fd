import Foundation
import Pack
import PackBuilder
package import Routing

/// What is measured: one pack or all of them together, with the calls to route.
package struct Subject: Sendable {
  /// The pack's id, or `all`.
  package let pack: String
  /// The packs as files hold them; the first has the lexicon.
  package let images: [[UInt8]]
  package let group: RouterGroup
  package let calls: CallSet

  package static let allPacks = "all"

  /// - Throws: `PackError` if an image is no pack.
  package init(images: [[UInt8]], texts: [[UInt8]], seed: UInt64 = 1) throws {
    let packs = try images.map { try PackImage(bytes: $0) }
    pack = packs.count > 1 ? Self.allPacks : packs[0].id
    self.images = images
    group = try RouterGroup(images: packs)
    var generator = SplitMix(seed: seed)
    calls = CallSet(texts.shuffled(using: &generator))
  }

  /// Opens a pack file, or compiles a pack (or all of them) from the lexicons, with its training
  /// calls in an order that is the same on every run.
  ///
  /// - Parameters:
  ///   - pack: id, path of a `.pack` file, or `all`; the first of the lexicons for nil.
  ///   - files: calls to route in place of the pack's training batches.
  package init(pack: String?, lexicons: String, files: [String] = []) throws {
    let images = try Self.images(pack, lexicons: lexicons)
    let id = images.count > 1 ? nil : try PackImage(bytes: images[0]).id
    let texts = try Corpus.texts(files.isEmpty ? Corpus.trainingFiles(id) : files)
    guard !texts.isEmpty else {
      throw ScenarioError(description: "no training calls for \(id ?? Self.allPacks)")
    }
    try self.init(images: images, texts: texts)
  }

  private static func images(_ pack: String?, lexicons: String) throws -> [[UInt8]] {
    if let pack, pack.hasSuffix(".pack") {
      return [Array(try Data(contentsOf: URL(fileURLWithPath: pack)))]
    }
    let folder = SourceFolder(lexicons)
    guard let first = folder.packs.first else {
      throw ScenarioError(description: "no packs in \(lexicons)")
    }
    let id = pack ?? first
    let compiler = try PackCompiler(folder)
    if id == allPacks {
      return try compiler.compile(together: folder.packs).map(\.image)
    }
    guard folder.packs.contains(id) else {
      throw ScenarioError(
        description: "no pack \(id); there are: \(folder.packs.joined(separator: ", "))")
    }
    return [try compiler.compile(id).image]
  }

  /// Size of the images in bytes.
  package var imageBytes: Int { images.reduce(0) { $0 + $1.count } }

  package var charactersPerCall: Double { Double(calls.characters) / Double(calls.count) }
}
