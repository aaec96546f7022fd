/// A duration in the unit that suits it, to three digits.
package func duration(_ nanoseconds: Double) -> String {
  switch nanoseconds {
  case ..<1000: "\(Int(nanoseconds.rounded())) ns"
  case ..<1_000_000: "\(digits(nanoseconds / 1000)) µs"
  case ..<1_000_000_000: "\(digits(nanoseconds / 1_000_000)) ms"
  default: "\(digits(nanoseconds / 1_000_000_000)) s"
  }
}

/// Three significant digits, whole from 100 on.
package func digits(_ value: Double) -> String {
  switch abs(value) {
  case 100...: "\(Int(value.rounded()))"
  case 10...: "\((value * 10).rounded() / 10)"
  default: "\((value * 100).rounded() / 100)"
  }
}

extension Double {
  /// Rounded to some digits behind the point, so that a record stays readable.
  package func rounded(digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}

extension Int {
  /// With a comma between thousands.
  package var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }
}
