import ArgumentParser
import Classifier
import Evaluation
import Foundation
import Pack
import PackBuilder
import Tuning

struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "用带标注的来电（TSV）拟合训练词，写出 mined.tsv。",
    discussion: "只读训练批次。人写的词表不动；同样的词库和来电总得到同样的表。")

  @OptionGroup var options: PackOptions
  @Option(name: .shortAndLong, help: "输出文件；不写时为词库里的 base/mined.tsv。") var output: String?
  @Option(help: "训练时一个错抵多少惩罚；越大越贴近训练批次。") var cost = MinedTrainer.Options().cost
  @Option(help: "最短几个字。") var shortest = MinedTrainer.Options().shortest
  @Option(help: "最长几个字。") var longest = MinedTrainer.Options().longest
  @Option(help: "小于此的权重不写。") var least = MinedTrainer.Options().leastWeight
  @Argument(help: "标注表（TSV），可多个。") var files: [String]

  func run() throws {
    try reporting {
      let folder = try options.folder()
      let compiler = try PackCompiler(folder)
      let pack = try options.packID(in: folder)
      let image = try compiler.compile(pack, withMined: false).image
      var training = MinedTrainer.Options()
      training.cost = cost
      training.shortest = shortest
      training.longest = longest
      training.leastWeight = least
      let trainer = MinedTrainer(
        lexicon: try Lexicon(image: PackImage(bytes: image)), fold: compiler.folded,
        options: training)
      let calls = try files.flatMap { try LabelledTable.read($0) }.map(\.training)
      let rows = trainer.fit(calls) { Console.error($0) }
      var text = "# fenliu tune 生成，勿手改：权重由训练批次拟合。* 是每个来电都有的底数，! 是紧急。\ntext\trarity\tweights\n"
      for row in rows { text += "\(row.text)\t\(row.rarity)\t\(row.weights)\n" }
      let path = output ?? folder.root + "/base/mined.tsv"
      guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
        throw CommandError(.cannotCreate, "写不了文件“\(path)”")
      }
      Console.write("\(path)：\(rows.count) 行\n")
    }
  }
}

extension LabelledCall {
  /// What there is to learn. Policing `none` says nothing of the side.
  var training: TrainingCall {
    TrainingCall(
      text: text, categories: categories,
      sendsPolice: isAmbiguous || policing == "none" ? nil : policing != "non-police",
      isUrgent: urgent, batch: batch)
  }
}
