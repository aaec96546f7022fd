import FenliuServer
import Hummingbird
import HummingbirdTesting
import Logging
import Routing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the tests share: the packs that `make packs` compiles, and a server of each test's own.
enum TestServer {
  /// Root of the repository.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  /// Path of a pack that `make packs` has compiled.
  static func pack(_ id: String) -> String { root + "/.build/packs/\(id).pack" }

  /// The answers that the library itself gives.
  static let router: Routing.Router = {
    do { return try Routing.Router(pack: pack("chengkou")) } catch {
      fatalError("\(error); run `make packs` first")
    }
  }()

  static let samples: [String] = {
    let text = FileManager.default.contents(atPath: root + "/corpora/samples.txt") ?? Data()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }()

  /// A client of a server of its own, with these limits.
  static func test(
    _ setup: TestingSetup = .router, limits: Limits = Limits(),
    _ body: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let current = try CurrentPack(path: pack("chengkou"))
    try await test(setup, with: current, limits: limits, body)
  }

  /// The same with a pack that the test knows.
  static func test(
    _ setup: TestingSetup = .router, with current: CurrentPack, limits: Limits = Limits(),
    _ body: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    var settings = Settings(pack: pack("chengkou"))
    settings.limits = limits
    let loss = LogLoss()
    let handler = try LineLog(path: "/dev/null", loss: loss)
    let logger = Logger(label: "test") { _ in handler }
    let endpoints = Endpoints(
      current: current, metrics: Metrics(logLoss: loss), limits: settings.limits)
    let program = ServerProgram(settings, logger: logger, loss: loss)
    let application = program.application(
      endpoints, at: .hostname("127.0.0.1", port: 0), named: "test")
    try await application.test(setup, body)
  }

  /// A folder that is gone when `body` has returned.
  static func inFolder(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/fenliu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }
}

/// SplitMix64: the same numbers at each run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
