import Foundation

/// The percentile curve as bars, one decade of nanoseconds a step of width.
package enum Plot {
  /// - Parameter curves: name and latency at each percentile; bars of one percentile stand together.
  package static func text(_ curves: [(name: String, values: Percentiles)], width: Int = 60)
    -> String
  {
    let values = curves.flatMap { $0.values.named.map(\.value) }.filter { $0 > 0 }
    guard let least = values.min(), let most = values.max() else { return "" }
    let low = log10(Double(least)).rounded(.down)
    let high = max(log10(Double(most)).rounded(.up), low + 1)
    let nameWidth = curves.map(\.name.count).max() ?? 0
    var text = ""
    for index in 0..<6 {
      for (row, curve) in curves.enumerated() {
        let (percentile, value) = curve.values.named[index]
        let part = value == 0 ? 0 : (log10(Double(value)) - low) / (high - low)
        let bar = String(
          repeating: row == 0 ? "█" : "▒", count: value == 0 ? 0 : max(1, Int(part * Double(width)))
        )
        text += pad(row == 0 ? percentile : "", 8) + pad(curve.name, nameWidth + 2)
        text += bar + " " + duration(Double(value)) + "\n"
      }
    }
    return text
      + "(bars: logarithm, from \(duration(pow(10, low))) to \(duration(pow(10, high))))\n"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }
}
