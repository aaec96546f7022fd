/// A plane with axes, drawn as SVG.
struct Plot {
  /// What an axis shows, and where its ticks stand.
  struct Axis {
    let low: Double
    let high: Double
    let ticks: [Double]
    /// How a tick is written.
    let format: (Double) -> String

    /// Shares from a round number at or below `least` to 1.
    static func shares(from least: Double) -> Axis {
      let step = least >= 0.9 ? 0.02 : least >= 0.75 ? 0.05 : least >= 0.5 ? 0.1 : 0.2
      let low = max(0, (least / step).rounded(.down) * step)
      let count = Int(((1 - low) / step).rounded())
      return Axis(
        low: low, high: 1, ticks: (0...count).map { low + Double($0) * step },
        format: { fixed($0 * 100, 0) + "%" })
    }

    /// Whole numbers from 0 to a round number at or above `most`.
    static func counts(to most: Int) -> Axis {
      var step = 1
      while most > step * 5 { step *= String(step).hasPrefix("2") ? 5 : 2 }
      let count = max(1, (most + step - 1) / step)
      return Axis(
        low: 0, high: Double(count * step), ticks: (0...count).map { Double($0 * step) },
        format: { fixed($0, 0) })
    }

    func place(_ value: Double) -> Double {
      high == low ? 0 : min(1, max(0, (value - low) / (high - low)))
    }
  }

  let width: Double
  let height: Double
  let x: Axis
  let y: Axis
  private var marks = ""
  private static let margin = (left: 46.0, right: 24.0, top: 12.0, bottom: 40.0)

  init(width: Double, height: Double, x: Axis, y: Axis) {
    self.width = width
    self.height = height
    self.x = x
    self.y = y
  }

  func point(_ xValue: Double, _ yValue: Double) -> (x: Double, y: Double) {
    (
      Self.margin.left + x.place(xValue) * (width - Self.margin.left - Self.margin.right),
      height - Self.margin.bottom
        - y.place(yValue) * (height - Self.margin.top - Self.margin.bottom)
    )
  }

  /// A line through points; `kind` is a class of the style sheet.
  mutating func line(_ points: [(Double, Double)], kind: String) {
    let path = points.map { at in
      let place = point(at.0, at.1)
      return "\(fixed(place.x, 1)) \(fixed(place.y, 1))"
    }.joined(separator: "L")
    if !points.isEmpty { marks += "<path class=\"\(kind)\" d=\"M\(path)\"/>\n" }
  }

  mutating func dot(_ xValue: Double, _ yValue: Double, radius: Double, kind: String, tip: String) {
    let place = point(xValue, yValue)
    marks += """
      <circle class="\(kind)" cx="\(fixed(place.x, 1))" cy="\(fixed(place.y, 1))" \
      r="\(fixed(radius, 1))"><title>\(escaped(tip))</title></circle>

      """
  }

  mutating func label(_ xValue: Double, _ yValue: Double, _ text: String, kind: String) {
    let place = point(xValue, yValue)
    marks += """
      <text class="\(kind)" x="\(fixed(place.x, 1))" y="\(fixed(place.y, 1))">\(escaped(text))</text>

      """
  }

  /// The drawing; axes are named below and above.
  func svg(xName: String, yName: String) -> String {
    var grid = ""
    let (left, bottom) = (Self.margin.left, height - Self.margin.bottom)
    for tick in x.ticks {
      let place = point(tick, y.low)
      grid +=
        "<path class=\"grid\" d=\"M\(fixed(place.x, 1)) \(fixed(bottom, 1))V\(Self.margin.top)\"/>"
      grid +=
        "<text class=\"tick middle\" x=\"\(fixed(place.x, 1))\" y=\"\(fixed(bottom + 15, 1))\">\(x.format(tick))</text>\n"
    }
    for tick in y.ticks {
      let place = point(x.low, tick)
      grid +=
        "<path class=\"grid\" d=\"M\(left) \(fixed(place.y, 1))H\(fixed(width - Self.margin.right, 1))\"/>"
      grid +=
        "<text class=\"tick end\" x=\"\(left - 6)\" y=\"\(fixed(place.y + 4, 1))\">\(y.format(tick))</text>\n"
    }
    return """
      <figure><figcaption>\(escaped(yName))</figcaption>
      <svg class="plot" viewBox="0 0 \(fixed(width, 0)) \(fixed(height, 0))" width="\(fixed(width, 0))" height="\(fixed(height, 0))" role="img">
      \(grid)\(marks)<text class="tick end" x="\(fixed(width - Self.margin.right, 1))" y="\(fixed(height - 6, 1))">\(escaped(xName))</text>
      </svg></figure>

      """
  }
}
