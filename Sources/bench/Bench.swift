import ArgumentParser
import Foundation
import Histogram
import Pack
import PackBuilder
import Routing

/// What the machine allows.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures throughput, latency and cost per character.",
    subcommands: [Smoke.self, ScanCommand.self], defaultSubcommand: Smoke.self)
}

/// Routes the sample corpus over and over on one core and prints what each call took.
///
/// The bar: p99.9 below one millisecond.
struct Smoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "smoke", abstract: "Routes a corpus on one core and prints throughput and latency."
  )

  @Option(help: "Pack id, compiled from the lexicons; the first there is if not given.") var pack:
    String?
  @Option(help: "The lexicons folder.") var lexicons = "lexicons"
  @Option(help: "Calls to route.") var calls = 200_000
  @Argument(help: "Corpus: TSV with a text column, or a call a line.") var files: [String] = []

  /// Latency from which p99.9 fails, in nanoseconds.
  static let bar: UInt64 = 1_000_000

  func run() throws {
    let folder = SourceFolder(lexicons)
    guard let pack = pack ?? folder.packs.first else {
      throw ValidationError("no packs in \(lexicons)")
    }
    let compiled = try PackCompiler(folder).compile(pack)
    let router = try Router(image: PackImage(bytes: compiled.image))
    let texts = try Corpus.texts(files.isEmpty ? Corpus.defaultFiles(pack) : files)
    guard !texts.isEmpty else { throw ValidationError("the corpus is empty") }

    var scratch = router.makeScratch()
    var histogram = Histogram<UInt64>(numberOfSignificantValueDigits: .three)
    var urgent = 0
    for text in texts { urgent += Self.route(text, router, &scratch) }  // warm-up

    let clock = ContinuousClock()
    let begin = clock.now
    for index in 0..<calls {
      let text = texts[index % texts.count]
      let start = clock.now
      urgent += Self.route(text, router, &scratch)
      histogram.record(UInt64(start.duration(to: clock.now).nanoseconds))
    }
    let seconds = Double(begin.duration(to: clock.now).nanoseconds) / 1e9
    let characters = texts.reduce(0) {
      $0 + String(decoding: $1, as: UTF8.self).unicodeScalars.count
    }

    Environment.current.print()
    print("pack            \(pack) \(router.image.digestText), \(compiled.image.count) bytes")
    print("corpus          \(texts.count) calls, \(characters / texts.count) characters each")
    print("calls           \(calls) (\(urgent) urgent, warm-up included)")
    print("throughput      \(Int(Double(calls) / seconds)) calls/s on one core")
    for (name, percentile) in [
      ("p50", 50.0), ("p90", 90), ("p99", 99), ("p99.9", 99.9), ("p99.99", 99.99), ("max", 100),
    ] {
      let value = histogram.valueAtPercentile(percentile)
      print("\(name.padding(toLength: 16, withPad: " ", startingAt: 0))\(value) ns")
    }
    let tail = histogram.valueAtPercentile(99.9)
    if tail >= Self.bar {
      print("FAILED: p99.9 is \(tail) ns, the bar is \(Self.bar) ns")
      throw ExitCode(1)
    }
    print("passed: p99.9 is below \(Self.bar) ns")
  }

  private static func route(_ text: [UInt8], _ router: Router, _ scratch: inout Scratch) -> Int {
    unsafe text.withUnsafeBytes { bytes in
      unsafe router.route(utf8: bytes, scratch: &scratch) { $0.urgent ? 1 : 0 }
    }
  }
}

extension Duration {
  var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
