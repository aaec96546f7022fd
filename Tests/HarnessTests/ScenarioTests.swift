import Harness
import TestSupport
import Testing

@Suite struct ScenarioTests {
  /// The scenarios of the repository, each with what it must offer.
  @Test(arguments: [
    ("steady-1k", Scenario.Load.poisson, 60_000.0), ("steady-10k", .poisson, 200_000),
    ("steady-100k", .poisson, 2_000_000), ("burst", .burst, 109_000),
  ])
  func scheduledScenarios(_ name: String, _ load: Scenario.Load, _ calls: Double) throws {
    let scenario = try ScenarioFile.read(name, in: TestPack.root + "/benchmarks/scenarios")
    #expect(scenario.load == load)
    #expect(scenario.name == name)
    #expect(abs(Arrivals.expectedCalls(scenario) - calls) < 1)
    #expect(!scenario.summary.isEmpty)
  }

  @Test func scenariosWithoutASchedule() throws {
    let folder = TestPack.root + "/benchmarks/scenarios"
    let year = try ScenarioFile.read("national-year", in: folder)
    #expect(year.load == .full)
    #expect(year.calls == 110_000_000)
    #expect(year.sample == 0.01)
    #expect(LoadRun(year).calls == 1_100_000)
    #expect(try ScenarioFile.read("all-packs", in: folder).packs == .all)
    #expect(try ScenarioFile.read("hostile", in: folder).load == .hostile)
  }

  /// Every file of the folder can be read.
  @Test func allOfThemAreSound() throws {
    let folder = TestPack.root + "/benchmarks/scenarios"
    let names = ScenarioFile.names(in: folder)
    #expect(names.count >= 7)
    for name in names { #expect(try ScenarioFile.read(name, in: folder).name == name) }
  }

  /// Mistakes are named by line, all at once.
  @Test func mistakes() {
    let text = "key\tvalue\nload\tfast\nrate\t-3\r\nrat\t3\nseconds 5\nsample\t2\n"
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioFile.parse(text, name: "x", path: "x.tsv")
    }
    let lines = error?.description.split(separator: "\n").map { $0.prefix(8) }
    #expect(lines == ["x.tsv:2:", "x.tsv:3:", "x.tsv:4:", "x.tsv:5:", "x.tsv:6:", "x.tsv: a"])
  }

  @Test(arguments: [
    ("load\tpoisson\nrate\t5\n", "seconds"), ("load\tfull\n", "calls"),
    ("load\tburst\nrate\t5\nseconds\t5\n", "burst_factor"),
  ])
  func whatIsMissing(_ text: String, _ missing: String) {
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioFile.parse(text, name: "x", path: "x.tsv")
    }
    #expect(error?.description.contains(missing) == true)
  }

  @Test func anUnknownScenarioListsTheKnown() {
    let error = #expect(throws: ScenarioError.self) {
      try ScenarioFile.read("steady", in: TestPack.root + "/benchmarks/scenarios")
    }
    #expect(error?.description.contains("steady-1k") == true)
  }
}
