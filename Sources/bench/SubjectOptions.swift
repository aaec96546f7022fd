import ArgumentParser
import Harness

/// Which pack, and which calls.
struct SubjectOptions: ParsableArguments {
  @Option(
    help: "Pack id, compiled from the lexicons; a .pack file; or “all”. The first if not given.")
  var pack: String?
  @Option(help: "The lexicons folder.") var lexicons = "lexicons"

  func subject(pack: String? = nil, files: [String] = []) throws -> Subject {
    do {
      return try Subject(pack: pack ?? self.pack, lexicons: lexicons, files: files)
    } catch let error as ScenarioError {
      throw ValidationError(error.description)
    }
  }
}
