import Classifier

/// The ids that other tables refer to, with their positions.
struct Vocabulary {
  /// Ids in order of their rows, and where each was defined.
  struct Index {
    private(set) var ids: [String] = []
    private(set) var names: [String] = []
    private(set) var rows: [SourceRow] = []
    private var positions: [String: Int] = [:]

    subscript(id: String) -> UInt16? { positions[id].map { UInt16($0) } }
    var count: Int { ids.count }

    /// Adds an id, or reports that it stands there already.
    mutating func add(
      _ id: String, name: String, _ row: SourceRow, _ diagnostics: inout Diagnostics
    ) {
      if id.isEmpty {
        diagnostics.error(row, "id 为空；请填写")
      } else if positions[id] != nil {
        diagnostics.error(row, "id“\(id)”重复；请删去一行或改名")
      } else {
        positions[id] = ids.count
        ids.append(id)
        names.append(name)
        rows.append(row)
      }
    }

    /// The id most like `wanted`, for a hint.
    func nearest(to wanted: String) -> String? {
      ids.map { (editDistance($0, wanted), $0) }.filter { $0.0 <= max(2, wanted.count / 3) }
        .min { $0.0 < $1.0 }?.1
    }
  }

  var categories = Index()
  var concepts = Index()
  var dangers = Index()
  var contexts = Index()
  var facts = Index()

  /// Reads a target as term and rule tables write it.
  func target(
    _ text: String, _ row: SourceRow, _ diagnostics: inout Diagnostics
  ) -> (kind: TargetKind, index: UInt16)? {
    let name = String(text.dropFirst())
    switch text.first {
    case "@": return lookUp(name, in: concepts, "概念", row, &diagnostics).map { (.concept, $0) }
    case "!": return lookUp(name, in: dangers, "危险", row, &diagnostics).map { (.danger, $0) }
    case "=":
      if let intent = Intent.allCases.first(where: { $0.name == name }) {
        return (.intent, UInt16(intent.rawValue))
      }
      diagnostics.error(
        row, "不认识的诉求“\(name)”；可用：\(Intent.allCases.map(\.name).joined(separator: "、"))")
      return nil
    case "%":
      if let side = Policing.allCases.first(where: { $0.name == name }) {
        return (.side, UInt16(side.rawValue))
      }
      diagnostics.error(
        row, "不认识的警务属性“\(name)”；可用：\(Policing.allCases.map(\.name).joined(separator: "、"))")
      return nil
    default:
      return lookUp(text, in: categories, "类别", row, &diagnostics).map { (.category, $0) }
    }
  }

  /// The position of an id, or a diagnostic with the likeliest id meant.
  func lookUp(
    _ id: String, in index: Index, _ what: String, _ row: SourceRow,
    _ diagnostics: inout Diagnostics
  ) -> UInt16? {
    if let position = index[id] { return position }
    let hint = index.nearest(to: id).map { "；是不是“\($0)”？" } ?? "；请先在对应的表里添加，或改正拼写"
    diagnostics.error(row, "不认识的\(what)“\(id)”\(hint)")
    return nil
  }
}

/// Levenshtein distance; for short ids only.
private func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.utf8)
  let b = Array(second.utf8)
  var previous = Array(0...b.count)
  for (i, byte) in a.enumerated() {
    var current = [i + 1]
    for (j, other) in b.enumerated() {
      current.append(
        min(previous[j] + (byte == other ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
