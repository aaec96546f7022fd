package import Foundation

/// What a run measured, as `bench run --json` writes it: the field names are a contract.
package struct BenchRecord: Codable, Sendable, Equatable {
  package var scenario: String
  package var pack: String
  package var date: String
  package var calls: Int
  package var offeredPerS: Double?
  package var achievedPerS: Double
  package var seconds: Double
  package var threads: Int
  /// From the call's scheduled arrival; from its start at full speed.
  package var latencyNs: Percentiles
  /// The same without calls that overlapped one of `stalls`.
  package var latencyWithoutStallsNs: Percentiles
  package var callsInStalls: Int
  package var hiccupNs: Percentiles
  package var hiccupMeter: String
  /// The longest, at most `mostStalls`; `stalls_seen` counts all.
  package var stalls: [NamedStall]
  package var stallsSeen: Int
  package var stages: [String: StageCost]
  package var instructionsPerCall: Double?
  package var allocationsPerCall: Double?
  package var packLoadNs: UInt64
  package var packBytes: Int
  package var charactersPerCall: Double
  package var memory: Memory?
  package var hostile: [HostileCost]?
  package var environment: Environment

  package static let mostStalls = 1000

  private enum CodingKeys: String, CodingKey {
    case scenario, pack, date, calls, seconds, threads, stalls, stages, memory, hostile, environment
    case offeredPerS = "offered_per_s"
    case achievedPerS = "achieved_per_s"
    case latencyNs = "latency_ns"
    case latencyWithoutStallsNs = "latency_without_stalls_ns"
    case callsInStalls = "calls_in_stalls"
    case hiccupNs = "hiccup_ns"
    case hiccupMeter = "hiccup_meter"
    case stallsSeen = "stalls_seen"
    case instructionsPerCall = "instructions_per_call"
    case allocationsPerCall = "allocations_per_call"
    case packLoadNs = "pack_load_ns"
    case packBytes = "pack_bytes"
    case charactersPerCall = "characters_per_call"
  }

  /// Fields that were not measured are written as null.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(scenario, forKey: .scenario)
    try fields.encode(pack, forKey: .pack)
    try fields.encode(date, forKey: .date)
    try fields.encode(calls, forKey: .calls)
    try fields.encode(offeredPerS, forKey: .offeredPerS)
    try fields.encode(achievedPerS, forKey: .achievedPerS)
    try fields.encode(seconds, forKey: .seconds)
    try fields.encode(threads, forKey: .threads)
    try fields.encode(latencyNs, forKey: .latencyNs)
    try fields.encode(latencyWithoutStallsNs, forKey: .latencyWithoutStallsNs)
    try fields.encode(callsInStalls, forKey: .callsInStalls)
    try fields.encode(hiccupNs, forKey: .hiccupNs)
    try fields.encode(hiccupMeter, forKey: .hiccupMeter)
    try fields.encode(stalls, forKey: .stalls)
    try fields.encode(stallsSeen, forKey: .stallsSeen)
    try fields.encode(stages, forKey: .stages)
    try fields.encode(instructionsPerCall, forKey: .instructionsPerCall)
    try fields.encode(allocationsPerCall, forKey: .allocationsPerCall)
    try fields.encode(packLoadNs, forKey: .packLoadNs)
    try fields.encode(packBytes, forKey: .packBytes)
    try fields.encode(charactersPerCall, forKey: .charactersPerCall)
    try fields.encode(memory, forKey: .memory)
    try fields.encodeIfPresent(hostile, forKey: .hostile)
    try fields.encode(environment, forKey: .environment)
  }

  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

}

extension BenchRecord {
  /// - Throws: `ScenarioError` naming the file.
  package init(file: String) throws {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: file))
      self = try JSONDecoder().decode(BenchRecord.self, from: data)
    } catch {
      throw ScenarioError(
        description: "\(file) cannot be read as a record of bench run --json: \(error)")
    }
  }
}
