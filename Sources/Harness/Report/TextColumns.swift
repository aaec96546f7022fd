/// Text in aligned columns, all but the first aligned to the right. Knows ASCII widths only.
package struct TextColumns {
  private var rows: [[String]] = []

  package init() {}

  package mutating func add(_ cells: String...) { rows.append(cells) }

  package var text: String {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    return rows.map { row in
      var line = ""
      for (index, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        line += index == 0 ? cell + padding : "  " + padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
