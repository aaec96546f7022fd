/// How much a term tells of the category of its calls.
struct TermInformation {
  /// By place in the table: Σ over categories of n(term, category) × ln(n × N / (n(term) × n(category))).
  private let values: [Double]

  /// Time O(sequences of all texts + sequences × categories each occurs with).
  init(_ table: GramTable, _ calls: [TrainingCall], learned: [Int]) {
    var ids: [String: Int] = [:]
    for call in learned {
      for category in calls[call].categories.prefix(1) where ids[category] == nil {
        ids[category] = ids.count
      }
    }
    var perCategory = [Int](repeating: 0, count: ids.count)
    var perTerm = [[Int: Int]](repeating: [:], count: table.grams.count)
    for call in learned {
      guard let category = calls[call].categories.first.flatMap({ ids[$0] }) else { continue }
      perCategory[category] += 1
      for gram in table.texts[call] { perTerm[Int(gram)][category, default: 0] += 1 }
    }
    values = perTerm.map { counts in
      let all = counts.values.reduce(0, +)
      // In order of category: sums of floating-point numbers depend on it.
      return counts.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
        let expected = Double(all) * Double(perCategory[entry.key]) / Double(learned.count)
        return sum + Double(entry.value) * Double(logarithm(Float(Double(entry.value) / expected)))
      }
    }
  }

  /// The `count` terms that tell most, of equal ones the first; those that `isKept` in any case.
  func best(_ count: Int, of terms: [Int], isKept: (Int) -> Bool) -> [Int] {
    let kept = terms.filter(isKept)
    let others = terms.filter { !isKept($0) }.sorted { (-values[$0], $0) < (-values[$1], $1) }
    return (kept + others.prefix(max(count - kept.count, 0))).sorted()
  }
}
