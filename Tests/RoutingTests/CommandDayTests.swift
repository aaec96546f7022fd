import Foundation
import Pack
import Routing
import TestSupport
import Testing

/// `--as-of` on the command line: before the plan's first day `route`, `explain` and `reroute`
/// refuse, in the same words and with the exit code of a data error.
@Suite(.enabled(if: Program.isBuilt, "the program fenliu is not beside the tests"))
struct CommandDayTests {
  private static let commands = [
    ["route"], ["explain"], ["reroute", "--refused", "县城市管理局=不归我管"],
  ]

  private static let image = Result { try TestPack.image("chengkou") }

  /// Runs a command on one call by the 城口 pack.
  private func run(_ command: [String], asOf: String) throws -> (
    code: Int32, output: String, errors: String
  ) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (pack, calls) = (
      folder.appendingPathComponent("c.pack"), folder.appendingPathComponent("t")
    )
    try Data(Self.image.get()).write(to: pack)
    try Data("葛城街道南大街路灯坏了\n".utf8).write(to: calls)
    let process = Process()
    process.executableURL = Program.url
    process.arguments =
      [command[0], "--pack", pack.path, "--as-of", asOf] + command.dropFirst()
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = try FileHandle(forReadingFrom: calls)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both are far smaller than a pipe holds.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return (process.terminationStatus, text(output), text(errors))
  }

  @Test(arguments: commands) func beforeTheFirstDayItIsRefused(command: [String]) throws {
    let (code, output, errors) = try run(command, asOf: "2018-06-30")
    #expect(code == 65)
    #expect(output.isEmpty, "no call is read")
    #expect(
      errors
        == "fenliu: 数据包“chengkou”（城口县）自 2018-07-01 起施行，2018-06-30 还没有施行；请换用那天有效的数据包，或改日期\n")
  }

  @Test(arguments: commands) func onTheFirstDayItAnswers(command: [String]) throws {
    let (code, output, errors) = try run(command, asOf: "2018-07-01")
    #expect(code == 0, "\(errors)")
    #expect(output.contains("县城市管理局"))
  }

  @Test(arguments: commands) func whatIsNoDateIsAMistakeOfUse(command: [String]) throws {
    let (code, output, errors) = try run(command, asOf: "去年")
    #expect(code == 64 && output.isEmpty)
    #expect(errors == "fenliu: --as-of 应写作 2026-11-22，不是“去年”\n")
  }
}

/// The command line program, built beside the tests.
private enum Program {
  static let url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("fenliu")
  static let isBuilt = FileManager.default.isExecutableFile(atPath: url.path)
}
