import Foundation
import Pack
import PackBuilder
import Routing

extension QuestionTests {
  /// The pack of a folder whose questions are these lines.
  static func router(_ folder: SourceFolder, questions: [String]) throws -> Router {
    try questions.map { $0 + "\n" }.joined().write(
      toFile: "\(folder.root)/base/questions.tsv", atomically: true, encoding: .utf8)
    return try Router(image: PackImage(bytes: PackCompiler(folder).compile("chengkou").image))
  }
}
