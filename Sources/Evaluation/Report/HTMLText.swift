import Foundation

/// Text as it may stand in HTML, in an element or a quoted attribute.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A number for people and for SVG.
func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

/// 0.9537 → 95.4%
func shareText(_ value: Double?) -> String { value.map { fixed($0 * 100, 1) + "%" } ?? "–" }

/// 92.9–97.4
func intervalText(_ interval: Interval?) -> String {
  interval.map { "\(fixed($0.low * 100, 1))–\(fixed($0.high * 100, 1))" } ?? ""
}

/// A table; cells are HTML already. The first column is text, the others are numbers.
struct HTMLTable {
  private var rows: [String] = []
  private let columns: [String]

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ cells: [String]) {
    rows.append("<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>")
  }

  var html: String {
    let head = columns.map { "<th>\(escaped($0))</th>" }.joined()
    return """
      <div class="scroll"><table><thead><tr>\(head)</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>

      """
  }
}
