import Classifier

/// What a mined weight may be given to: the categories in order, then `%police`, `%non-police`, `!`.
struct MinedTargets: Sendable {
  private let vocabulary: Vocabulary
  private let names: [[UInt8]]
  /// Open addressing: positions in `names`, −1 where free.
  private var slots: [Int16]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    names = (vocabulary.categories.ids + ["%police", "%non-police", "!"]).map { Array($0.utf8) }
    var size = 64
    while size < 4 * names.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (index, name) in names.enumerated() {
      var slot = Self.slot(name.reduce(Self.hashSeed, Self.hash), of: size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(index)
    }
  }

  /// Number of targets.
  var count: Int { names.count }

  private var categoryCount: Int { names.count - 3 }

  /// The target of a name whose bytes were hashed on the way.
  func index(of name: Span<UInt8>, hash: UInt32) -> Int? {
    var slot = Self.slot(hash, of: slots.count)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isName(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The targets that a row names, in its order; words that name none are left out.
  func order(of row: SourceRow) -> [Int] {
    var order: [Int] = []
    row.withBytes("weights") { bytes in
      var words = WeightWords(order: [])
      while let word = words.next(in: bytes, self) {
        if let target = word.target { order.append(target) }
      }
    }
    return order
  }

  private func isName(_ index: Int, _ name: Span<UInt8>) -> Bool {
    guard names[index].count == name.count else { return false }
    for place in name.indices where names[index][place] != name[place] { return false }
    return true
  }

  static let hashSeed: UInt32 = 0x811C_9DC5

  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  private static func slot(_ hash: UInt32, of size: Int) -> Int {
    Int(hash ^ hash >> 15) & (size - 1)
  }

  /// Says what is wrong with a name that is no target.
  func report(_ name: String, _ row: SourceRow, _ diagnostics: inout Diagnostics) {
    // A name that other tables may use, or one like none: the vocabulary says so itself.
    guard vocabulary.target(name, row, &diagnostics) != nil else { return }
    diagnostics.error(row, "训练词的对象只能是类别、%police、%non-police 或 !，不是“\(name)”")
  }

  /// Biases by target, as the model has them.
  func biases(_ weights: [Float]) -> [Float] {
    Array(weights[..<categoryCount]) + [lean(weights), weights[categoryCount + 2]]
  }

  /// A term with its weights in whole steps; those beyond a byte are cut.
  func term(_ text: String, rarity: Float, _ weights: [Float]) -> MinedSource.Term {
    var blocks = [MinedBlock](
      repeating: MinedBlock(), count: MinedBlock.count(forCategories: categoryCount))
    for category in 0..<categoryCount where weights[category] != 0 {
      let steps = Int((weights[category] * MinedModel.unit).rounded())
      blocks[category / MinedBlock.width][category % MinedBlock.width] =
        min(max(steps, -MinedBlock.greatest), MinedBlock.greatest)
    }
    return MinedSource.Term(
      text: text,
      record: MinedTerm(
        mass: rarity * rarity, lean: fine(lean(weights)), urgency: fine(weights[categoryCount + 2])),
      blocks: blocks)
  }

  private func lean(_ weights: [Float]) -> Float {
    weights[categoryCount] - weights[categoryCount + 1]
  }

  private func fine(_ weight: Float) -> Int16 {
    Int16(clamping: Int((weight * MinedModel.fineUnit).rounded()))
  }
}
