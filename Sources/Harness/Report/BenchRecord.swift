package import Foundation

/// What a run measured, as `bench run --json` writes it: the field names are a contract.
package struct BenchRecord: Codable, Sendable, Equatable {
  package var scenario: String
  package var pack: String
  package var date: String
  package var calls: Int
  package var offered_per_s: Double?
  package var achieved_per_s: Double
  package var seconds: Double
  package var threads: Int
  /// From the call's scheduled arrival; from its start at full speed.
  package var latency_ns: Percentiles
  /// The same without calls that overlapped one of `stalls`.
  package var latency_without_stalls_ns: Percentiles
  package var calls_in_stalls: Int
  package var hiccup_ns: Percentiles
  package var hiccup_meter: String
  /// The longest, at most `mostStalls`; `stalls_seen` counts all.
  package var stalls: [NamedStall]
  package var stalls_seen: Int
  package var stages: [String: StageCost]
  package var instructions_per_call: Double?
  package var allocations_per_call: Double?
  package var pack_load_ns: UInt64
  package var pack_bytes: Int
  package var characters_per_call: Double
  package var memory: Memory?
  package var hostile: [HostileCost]?
  package var environment: Environment

  package static let mostStalls = 1000

  /// Fields that were not measured are written as null.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(scenario, forKey: .scenario)
    try fields.encode(pack, forKey: .pack)
    try fields.encode(date, forKey: .date)
    try fields.encode(calls, forKey: .calls)
    try fields.encode(offered_per_s, forKey: .offered_per_s)
    try fields.encode(achieved_per_s, forKey: .achieved_per_s)
    try fields.encode(seconds, forKey: .seconds)
    try fields.encode(threads, forKey: .threads)
    try fields.encode(latency_ns, forKey: .latency_ns)
    try fields.encode(latency_without_stalls_ns, forKey: .latency_without_stalls_ns)
    try fields.encode(calls_in_stalls, forKey: .calls_in_stalls)
    try fields.encode(hiccup_ns, forKey: .hiccup_ns)
    try fields.encode(hiccup_meter, forKey: .hiccup_meter)
    try fields.encode(stalls, forKey: .stalls)
    try fields.encode(stalls_seen, forKey: .stalls_seen)
    try fields.encode(stages, forKey: .stages)
    try fields.encode(instructions_per_call, forKey: .instructions_per_call)
    try fields.encode(allocations_per_call, forKey: .allocations_per_call)
    try fields.encode(pack_load_ns, forKey: .pack_load_ns)
    try fields.encode(pack_bytes, forKey: .pack_bytes)
    try fields.encode(characters_per_call, forKey: .characters_per_call)
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
