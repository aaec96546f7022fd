import Automaton
public import Pack

/// What a mined term says of one target: a category, a side of the line, or urgency.
@frozen
public struct MinedPosting: BitwiseCopyable, Sendable {
  /// See `MinedModel.targetCount`.
  public var target: UInt16
  /// In steps of `1 / MinedModel.unit`: whole numbers, so that sums don't depend on order.
  public var weight: Int16

  public init(target: UInt16, weight: Int16) {
    self.target = target
    self.weight = weight
  }
}

/// Machine-mined terms: short character sequences whose weights were fitted to labelled calls.
///
/// They stand beside the lexicon that people write and never inside it: no context weakens them and
/// no term hides them. Targets are the categories in order, then the four sides by
/// `Policing.rawValue`, then urgency.
public struct MinedModel: Sendable {
  let automaton: Automaton
  let texts: Table<StringRef>
  /// The postings of term `t` are `postings[starts[t]..<starts[t + 1]]`.
  let starts: Table<UInt32>
  let postings: Table<MinedPosting>
  /// Square of each term's rarity: what it adds to the length of a text.
  let masses: Table<Float>
  /// What holds before a word is read, one value a target.
  let biases: Table<Float>

  /// Steps to a weight of 1.
  public static let unit: Float = 512

  /// Targets besides the categories: four sides and urgency.
  public static let extraTargets = 5

  init(image: PackImage, categories: Int) throws(PackError) {
    automaton = Automaton(
      slots: try image.table(.minedSlots), failure: try image.table(.minedFail),
      outputs: try image.table(.minedOutputs))
    texts = try image.table(.minedTexts)
    starts = try image.table(.minedStarts)
    postings = try image.table(.minedPostings)
    masses = try image.table(.minedMasses)
    biases = try image.table(.minedBiases)
    guard masses.count == texts.count else { throw image.malformed(.minedMasses) }
    guard starts.count == texts.count + 1 else { throw image.malformed(.minedStarts) }
    guard biases.count == categories + Self.extraTargets else {
      throw image.malformed(.minedBiases)
    }
  }

  /// Number of targets.
  var targetCount: Int { biases.count }
  /// Number of terms.
  var count: Int { texts.count }

  var isEmpty: Bool { texts.count == 0 }

  var urgency: Int { targetCount - 1 }
  func target(of side: Policing) -> Int { targetCount - Self.extraTargets + Int(side.rawValue) }
}

extension Lexicon {
  /// The text of a mined term.
  public func minedText(_ index: Int) -> StringRef { mined.texts[index] }
}
