import ArgumentParser
import Tuning

/// Which terms `tune` chooses from.
struct TermOptions: ParsableArguments {
  @Option(help: "字串有几个字，如 1-3。") var lengths = Lengths(range: MinedTrainer.Options().lengths)
  @Option(help: "至多留几个字串：留最能分清类别的；不写时全留。") var terms: Int?
  @Option(help: "至少出现在几个来电里。") var leastCalls = MinedTrainer.Options().leastCalls
  @Option(help: "至少出现在几个批次里。") var leastBatches = MinedTrainer.Options().leastBatches
  @Option(help: "字串的分量是稀有程度的几次方；越大越看重少见的字串。")
  var rarityPower = MinedTrainer.Options().rarityPower
  @Option(help: "小于此的权重不写。") var least = MinedTrainer.Options().leastWeight
  @Flag(help: "字串可含数字和拉丁字母。") var latin = false

  var training: MinedTrainer.Options {
    var training = MinedTrainer.Options()
    training.lengths = lengths.range
    training.mostTerms = terms
    training.leastCalls = leastCalls
    training.leastBatches = leastBatches
    training.rarityPower = rarityPower
    training.leastWeight = least
    training.holdsLatin = latin
    return training
  }

  func validate() throws {
    if let terms, terms < 1 { throw ValidationError("--terms 应为 1 以上的整数，不是“\(terms)”") }
    if rarityPower < 0 || rarityPower > 4 {
      throw ValidationError("--rarity-power 应在 0 到 4 之间，不是“\(rarityPower)”")
    }
  }
}

/// How strongly `tune` fits.
struct FitOptions: ParsableArguments {
  @Option(help: "训练时一个错抵多少惩罚，越大越贴近训练批次；写 auto 时用交叉验证挑选。")
  var strength = Amount.fixed(MinedTrainer.Options().strength)
  @Option(help: "权重向朴素贝叶斯（只数次数得到的权重）靠多少，0 为不靠；写 auto 时用交叉验证挑选。")
  var prior = Amount.fixed(MinedTrainer.Options().prior)
  @Option(help: "交叉验证分几份；批次够多时整批地分。") var folds = 4

  private static let strengths: [Float] = [0.25, 0.5, 1, 2, 4]
  private static let priors: [Float] = [0, 0.05, 0.1, 0.2]

  func validate() throws {
    if folds < 2 { throw ValidationError("--folds 应为 2 以上的整数，不是“\(folds)”") }
  }

  /// Strength and prior: as given, or what carries over best to calls held out.
  func chosen(by trainer: MinedTrainer, _ calls: [TrainingCall]) -> (strength: Float, prior: Float)
  {
    if case .fixed(let strength) = strength, case .fixed(let prior) = prior {
      return (strength, prior)
    }
    let trial = trainer.choose(
      strengths: strength.candidates(Self.strengths), priors: prior.candidates(Self.priors),
      folds: folds, calls
    ) { Console.error($0) }
    Console.error("选定 力度 \(trial.strength)、先验 \(trial.prior)：交叉验证的类别 \(percent(trial.accuracy))")
    return (trial.strength, trial.prior)
  }
}

/// A number, or `auto`.
enum Amount: ExpressibleByArgument, CustomStringConvertible {
  case automatic
  case fixed(Float)

  init?(argument: String) {
    if argument == "auto" {
      self = .automatic
    } else if let value = Float(argument), value.isFinite, value >= 0 {
      self = .fixed(value)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .automatic: "auto"
    case .fixed(let value): "\(value)"
    }
  }

  func candidates(_ all: [Float]) -> [Float] {
    if case .fixed(let value) = self { return [value] }
    return all
  }
}

/// Lengths of terms: `2` or `1-3`, up to 8.
struct Lengths: ExpressibleByArgument, CustomStringConvertible {
  var range: ClosedRange<Int>

  init(range: ClosedRange<Int>) { self.range = range }

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, first <= last, last <= 8
    else { return nil }
    range = first...last
  }

  var description: String { "\(range.lowerBound)-\(range.upperBound)" }
}
