import Foundation
import PackBuilder
import TestSupport
import Testing

/// `fenliu diff` and `fenliu mine` as an analyst and CI run them: exit codes and words.
@Suite(.enabled(if: Program.isBuilt, "the program fenliu is not beside the tests"))
struct CommandTests {
  private static let before = MiniLexicon(terms: ["着火 !fire 1", "着火 fire 4", "偷了 theft 4"])
  private static let calls = """
    id\ttext\tpolicing\tcategory\tunit\turgent\tbatch
    a\t屋头着火\tpolice\tfire\t县公安局\t1\tb08
    b\t手机偷了\tpolice\ttheft\t县公安局\t0\tb08

    """

  /// Runs `body` in a folder with the calls in `corpora/chengkou/b08.tsv`, a test batch, and in `own`.
  private static func inFolder(_ body: (String) throws -> Void) throws {
    let files = FileManager.default
    let path = NSTemporaryDirectory() + "fenliu-command-\(UUID().uuidString)"
    try files.createDirectory(
      atPath: path + "/corpora/chengkou", withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: path) }
    func write(_ text: String, _ name: String) throws {
      try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }
    try write(calls, "corpora/chengkou/b08.tsv")
    try write("pack\tbatch\tsplit\thand\nchengkou\tb08\ttest\t某人\n", "corpora/splits.tsv")
    try write("屋头着火\n手机偷了\n", "own.txt")
    try body(path)
  }

  /// Runs `diff` from the lexicon to the same without 着火 as a danger.
  private static func diff(_ options: [String], file: String = "corpora/chengkou/b08.tsv") throws
    -> Program.Answer
  {
    var after = before
    after.terms.removeFirst()
    var answer = Program.Answer(code: -1, output: "", errors: "")
    try inFolder { path in
      try before.withFolder { old in
        try after.withFolder { new in
          answer = try Program.run(
            ["diff", "--pack", "chengkou"] + options + [old.root, new.root, "\(path)/\(file)"])
        }
      }
    }
    return answer
  }

  @Test func aLostEmergencyFailsTheGate() throws {
    let answer = try Self.diff([])
    #expect(answer.code == 1, "\(answer.errors)")
    #expect(answer.output.contains("1 条来电不再紧急（改对 0，改错 1）"))
    #expect(answer.output.contains("a  屋头着火"))
    #expect(answer.errors.contains("1 条标注为紧急的来电不再紧急，最多允许 0 条"))
  }

  private static let gates: [(options: [String], code: Int32)] = [
    (["--no-gate"], 0), (["--max-urgent-lost", "1"], 0),
    (["--max-urgent-lost", "1", "--max-broken", "0"], 1), (["--max-urgent-lost=-1"], 64),
  ]

  @Test(arguments: gates)
  func theGateIsWhereItIsSet(options: [String], code: Int32) throws {
    #expect(try Self.diff(options).code == code)
  }

  @Test func callsWithoutLabelsPassAndSayWhy() throws {
    let answer = try Self.diff([], file: "own.txt")
    #expect(answer.code == 0)
    #expect(answer.output.contains("来电没有标注"))
  }

  @Test func mineRefusesTestBatches() throws {
    try Self.inFolder { path in
      try Self.before.withFolder { folder in
        let words = ["mine", "--pack", "chengkou", "--lexicons", folder.root]
        let file = "\(path)/corpora/chengkou/b08.tsv"
        let refused = try Program.run(words + [file])
        #expect(refused.code == 64 && refused.output.isEmpty)
        #expect(refused.errors.contains("测试批次 b08"))
        #expect(try Program.run(words + ["--allow-test", file]).code == 0)
      }
    }
  }
}

/// The command line program, built beside the tests.
private enum Program {
  struct Answer {
    var code: Int32
    var output: String
    var errors: String
  }

  static let url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("fenliu")
  static let isBuilt = FileManager.default.isExecutableFile(atPath: url.path)

  static func run(_ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both are far smaller than a pipe holds.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return Answer(code: process.terminationStatus, output: text(output), errors: text(errors))
  }
}
