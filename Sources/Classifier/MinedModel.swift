import Automaton
public import Pack

/// What a mined term says apart from the categories.
@frozen
public struct MinedTerm: BitwiseCopyable, Sendable {
  /// Square of its rarity: what it adds to the length of a text.
  public var mass: Float
  /// For the police side and against the other, in steps of `1 / MinedModel.fineUnit`.
  public var lean: Int16
  /// For urgency, likewise.
  public var urgency: Int16

  public init(mass: Float, lean: Int16, urgency: Int16) {
    self.mass = mass
    self.lean = lean
    self.urgency = urgency
  }
}

/// Machine-mined terms: short character sequences whose weights were fitted to labelled calls.
///
/// They stand beside the lexicon that people write and never inside it: no context weakens them and
/// no term hides them. Weights are whole numbers, so that sums don't depend on order.
public struct MinedModel: Sendable {
  let matcher: Matcher
  let texts: Table<StringRef>
  let terms: Table<MinedTerm>
  /// A row of `MinedBlock`s a term: what it says of each category.
  let rows: Table<MinedBlock>
  /// The same, byte by byte.
  private let bytes: Table<UInt8>
  /// Blocks a row.
  let blockCount: Int
  /// What holds before a word is read: one value a category, then the lean, then urgency.
  let biases: Table<Float>

  /// Steps of a weight of 1, for categories and for the rest.
  public static let unit: Float = 8
  public static let fineUnit: Float = 512

  /// Biases behind those of the categories.
  public static let extraTargets = 2

  init(image: PackImage, categories: Int, alphabetSize: Int) throws(PackError) {
    matcher = try Matcher(image: image, .mined, alphabetSize: alphabetSize)
    texts = try image.table(.minedTexts)
    terms = try image.table(.minedTerms)
    rows = try image.table(.minedRows)
    bytes = rows.bytes
    biases = try image.table(.minedBiases)
    blockCount = MinedBlock.count(forCategories: categories)
    guard terms.count == texts.count else { throw image.malformed(.minedTerms) }
    guard rows.count == terms.count * blockCount else { throw image.malformed(.minedRows) }
    guard biases.count == categories + Self.extraTargets else {
      throw image.malformed(.minedBiases)
    }
  }

  /// Number of terms.
  var count: Int { texts.count }

  var isEmpty: Bool { texts.count == 0 }

  /// What a term says of a category, in steps of `1 / unit`.
  func weight(of term: Int, for category: Int) -> Int {
    Int(bytes[(term &* blockCount) &* MinedBlock.width &+ category]) - MinedBlock.offset
  }
}

extension Lexicon {
  /// The text of a mined term.
  public func minedText(_ index: Int) -> StringRef { mined.texts[index] }
}
