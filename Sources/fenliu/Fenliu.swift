import ArgumentParser

@main
struct Fenliu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fenliu",
    abstract: "110 非警务警情分流：读一段报警文字，答出警务与否、类别、紧急程度、主办单位、辖区和依据。",
    version: "0.1.0",
    subcommands: [
      Route.self, Reroute.self, Explain.self, Eval.self, Diff.self, Mine.self, Check.self,
      Compile.self,
      Tune.self, Where.self,
    ])
}
