/// The rows of the two lists, checked one by one.
struct VariantRows {
  struct Row {
    let target: UInt32
    let list: FoldComposerError.Problem.List
    let position: Int
  }

  private(set) var targets: [UInt32: Row] = [:]
  private(set) var problems: [FoldComposerError.Problem] = []
  private let icu: ICU

  init(icu: ICU) { self.icu = icu }

  mutating func add(_ pairs: [FoldComposer.Pair], _ list: FoldComposerError.Problem.List) {
    for (position, pair) in pairs.enumerated() {
      if let message = objection(pair.0.value, pair.1.value) {
        problems.append(.init(list: list, row: position, message: message))
      } else {
        targets[pair.0.value] = Row(target: pair.1.value, list: list, position: position)
      }
    }
  }

  private func objection(_ from: UInt32, _ to: UInt32) -> String? {
    if let row = targets[from] {
      return "\(name(from)) has a row already (\(row.list) row \(row.position)): keep one"
    }
    if !icu.isInert(from) {
      let becomes = icu.casefold(from).map(name).joined(separator: " ")
      return "\(name(from)) is never reached, normalization makes it \(becomes): delete the row"
    }
    if !icu.isInert(to) {
      return "normalization changes the target \(name(to)): "
        + "write \(icu.casefold(to).map(name).joined(separator: " "))"
    }
    return nil
  }

  /// Blames a circle on its row, or on ICU if it has none. Nil unless `start` is the least of its
  /// members, so that each circle is named once.
  func circle(from start: UInt32, _ steps: [UInt32: UInt32]) -> FoldComposerError.Problem? {
    var members: [UInt32] = []
    var current = start
    while !members.contains(current) {
      members.append(current)
      current = steps[current] ?? current
    }
    guard current == start, start == members.min() else { return nil }
    let row = members.compactMap { targets[$0] }.first
    let path = (members + [start]).map(name).joined(separator: " → ")
    return .init(
      list: row?.list ?? .icu, row: row?.position,
      message: "\(path) goes round in a circle: "
        + "keep one of them as it is with a row of the overlay that has it on both sides")
  }

  /// 苎 (U+82CE)
  private func name(_ scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
    return Unicode.Scalar(scalar).map { "\(Character($0)) (U+\(padded))" } ?? "U+\(padded)"
  }
}
