/// What becomes of a normalized ideograph: radicals → ideographs, Hant-Hans, variants, again and again
/// until nothing changes. Only code points that normalization leaves alone whatever surrounds them
/// take part, so the steps can follow normalization without undoing it.
struct VariantClosure {
  private var targets: [UInt32: UInt32] = [:]

  /// - Throws: a problem for each row that names a character twice, is never reached, has an unusable
  ///   target, or goes round in a circle.
  init(
    icu: ICU, equivalents: [FoldComposer.Pair], overlay: [FoldComposer.Pair]
  ) throws(FoldComposerError) {
    var rows = VariantRows(icu: icu)
    rows.add(equivalents, .equivalents)
    rows.add(overlay, .overlay)
    let steps = VariantClosure.steps(icu, rows)
    var problems = rows.problems
    for start in steps.keys.sorted() {
      if let end = VariantClosure.end(of: start, steps) {
        if end != start { targets[start] = end }
      } else if let problem = rows.circle(from: start, steps) {
        problems.append(problem)
      }
    }
    if !problems.isEmpty { throw FoldComposerError(problems: problems) }
  }

  /// The end of the chain that starts at a scalar; itself for most.
  func target(of scalar: UInt32) -> UInt32 { targets[scalar] ?? scalar }

  /// One step of each character that takes one. A row goes before ICU.
  private static func steps(_ icu: ICU, _ rows: VariantRows) -> [UInt32: UInt32] {
    var steps: [UInt32: UInt32] = [:]
    // Punctuation such as 「」, which Hant-Hans would turn into “”, is not ideographic.
    for scalar in icu.traditional() where icu.isIdeographic(scalar) && icu.isInert(scalar) {
      let simplified = icu.simplified(scalar)
      guard simplified.count == 1, simplified[0] != scalar, icu.isIdeographic(simplified[0]),
        icu.isInert(simplified[0])
      else { continue }
      steps[scalar] = simplified[0]
    }
    for (from, row) in rows.targets { steps[from] = row.target }
    return steps
  }

  /// Nil if the chain goes round in a circle. A step to itself is its end.
  private static func end(of start: UInt32, _ steps: [UInt32: UInt32]) -> UInt32? {
    var current = start
    for _ in 0...steps.count {
      guard let next = steps[current], next != current else { return current }
      current = next
      if current == start { return nil }
    }
    return nil
  }
}
