import ArgumentParser
import Classifier
import Evaluation
import Pack
import PackBuilder
import Tuning

struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "用带标注的来电（TSV）拟合训练词，写出 mined.tsv。",
    discussion: """
      只读训练批次。人写的词表不动；base/mined_locked.tsv 里锁定的行原样保留，其余绕着它们拟合。\
      同样的词库和来电总得到同样的表。
      """)

  @OptionGroup var options: PackOptions
  @Option(name: .shortAndLong, help: "输出文件；不写时为词库里的 base/mined.tsv。") var output: String?
  @Option(help: "另写一张表：比原来的输出文件多了、少了哪些行，哪些权重变得最多。") var diff: String?
  @OptionGroup var choice: TermOptions
  @OptionGroup var fit: FitOptions
  @Argument(help: "标注表（TSV），可多个。") var files: [String]

  func run() throws {
    try reporting {
      let folder = try options.folder()
      let compiler = try PackCompiler(folder)
      let pack = try options.packID(in: folder)
      let image = try PackImage(bytes: compiler.compile(pack, withMined: false).image)
      let locked = try MinedTable.locked(in: folder)
      var trainer = try withExtendedLifetime(image) {
        MinedTrainer(
          lexicon: try Lexicon(image: image), locked: locked, fold: compiler.folded,
          options: choice.training)
      }
      let calls = try files.flatMap { try LabelledTable.read($0) }.map(\.training)
      (trainer.options.strength, trainer.options.prior) = fit.chosen(by: trainer, calls)
      let rows = trainer.fit(calls) { Console.error($0) }
      let path = output ?? folder.root + "/" + MinedTable.path
      let old = diff == nil ? [] : try MinedTable.read(path)
      try MinedTable.write(rows, to: path)
      if let diff { try MinedTable.write(MinedDiff(from: old, to: rows), to: diff) }
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
