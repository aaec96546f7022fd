import Foundation
import Harness
import Routing
import TestSupport
import Testing

/// A whole run on a small pack, and what is written of it.
@Suite struct RecordTests {
  static let texts = SampleCalls.all.map { Array($0.utf8) }

  static func subject() throws -> Subject {
    try Subject(images: [image.get()], texts: texts)
  }

  /// Compiled once for all tests.
  static let image: Result<[UInt8], any Error> = Result { try TestPack.image("street") }

  static func record(_ load: Scenario.Load = .poisson) throws -> BenchRecord {
    var scenario = Scenario(name: "test")
    scenario.load = load
    scenario.rate = 500
    scenario.seconds = 0.5
    scenario.calls = 500
    scenario.warmUp = 10
    return try ScenarioRun(try subject(), scenario).measure()
  }

  /// The fields that others read; null where something was not measured.
  @Test func theContract() throws {
    let record = try Self.record()
    let json = try #require(
      JSONSerialization.jsonObject(with: record.json()) as? [String: Any])
    for field in [
      "scenario", "pack", "calls", "offered_per_s", "achieved_per_s", "latency_ns", "hiccup_ns",
      "stages", "instructions_per_call", "allocations_per_call", "pack_load_ns", "environment",
    ] {
      #expect(json[field] != nil, "\(field)")
    }
    #expect(json["instructions_per_call"] is NSNull)
    for field in ["latency_ns", "hiccup_ns", "latency_without_stalls_ns"] {
      let figures = try #require(json[field] as? [String: Any])
      #expect(figures.keys.sorted() == ["max", "p50", "p90", "p99", "p99_9", "p99_99"])
    }
    let stages = try #require(json["stages"] as? [String: [String: Double]])
    #expect(stages.keys.sorted() == ["classify", "fold", "place", "route", "scan"])
    #expect(stages.values.allSatisfy { $0.keys.sorted() == ["ns_per_call", "ns_per_char"] })
    let environment = try #require(json["environment"] as? [String: Any])
    #expect(environment.keys.sorted() == ["commit", "cores", "cpu", "icu", "os", "swift"])
  }

  /// What was written can be read again, and figures are possible.
  @Test func roundTrip() throws {
    let record = try Self.record()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "fenliu-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: path) }
    try record.json().write(to: path)
    #expect(try BenchRecord(file: path.path) == record)
    #expect(record.pack == "street")
    #expect(record.latencyNs.p50 > 0)
    #expect(record.latencyNs.p50 <= record.latencyNs.max)
    #expect(record.stages.values.reduce(0) { $0 + $1.nsPerCall } > 0)
    #expect(record.packBytes > 100_000)
    #expect(RecordReport(record).text.contains("latency from arrival"))
  }

  /// The same calls are urgent however they are offered, and on however many threads.
  @Test func threadsServeAllCalls() throws {
    let subject = try Self.subject()
    var scenario = Scenario(name: "test")
    scenario.calls = Self.texts.count * 4
    scenario.warmUp = Self.texts.count
    var urgent: [Int] = []
    for threads in [1, 2, 4] {
      var run = LoadRun(scenario)
      run.threads = threads
      let result = run.run(subject)
      #expect(result.calls == Self.texts.count * 4)
      #expect(result.offeredPerSecond == nil)
      urgent.append(result.urgent)
    }
    #expect(urgent == [urgent[0], urgent[0], urgent[0]])
    #expect(urgent[0] > 0)
  }

  @Test func aSampleIsExtrapolatedPlainly() throws {
    var scenario = Scenario(name: "year")
    scenario.calls = 1000
    scenario.sample = 0.1
    scenario.warmUp = 10
    let run = ScenarioRun(try Self.subject(), scenario)
    let record = try run.measure()
    #expect(record.calls == 100)
    #expect(run.extrapolation(record)?.hasPrefix("extrapolated, not run: 1,000 calls") == true)
    scenario.sample = 1
    let whole = ScenarioRun(try Self.subject(), scenario)
    #expect(whole.extrapolation(try whole.measure()) == nil)
  }

  struct Growth: Sendable {
    var before: Double?
    var after: Double?
    var judgement: String
  }

  /// Growth of instructions per call beyond the bar fails; anything else passes.
  @Test(arguments: [
    Growth(before: 1000, after: 1000, judgement: "passed"),
    Growth(before: 1000, after: 1029, judgement: "passed"),
    Growth(before: 1000, after: 1031, judgement: "FAILED"),
    Growth(before: 1000, after: 500, judgement: "passed"),
    Growth(before: nil, after: 1000, judgement: "nothing to judge"),
    Growth(before: 1000, after: nil, judgement: "nothing to judge"),
  ])
  func comparison(_ growth: Growth) throws {
    var old = try Self.shared.get()
    var new = old
    old.instructionsPerCall = growth.before
    new.instructionsPerCall = growth.after
    let comparison = RecordComparison(old: old, new: new)
    #expect(comparison.text.contains(growth.judgement))
    #expect(comparison.failed == (growth.judgement == "FAILED"))
  }

  static let shared: Result<BenchRecord, any Error> = Result { try record(.full) }
}
