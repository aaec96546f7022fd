import Pack

extension Buffer<UInt8> {
  mutating func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Adds a number rounded to three decimals, in the shortest digits that give it back; `null` if
  /// it is none.
  mutating func append(thousandthsOf value: Double) {
    let thousandths = (value * 1000).rounded()
    // A decimal of up to 15 digits is the shortest of its own number, so whole digits suffice.
    guard thousandths.magnitude < 1e15 else {
      for byte in (thousandths.isFinite ? String(thousandths / 1000) : "null").utf8 { append(byte) }
      return
    }
    if thousandths.sign == .minus { append(UInt8(ascii: "-")) }
    let (whole, rest) = UInt(thousandths.magnitude).quotientAndRemainder(dividingBy: 1000)
    append(digitsOf: whole)
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest / 100))
    if rest % 100 == 0 { return }
    append(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
    if rest % 10 != 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  private mutating func append(digitsOf value: UInt) {
    // A place in a call has few digits.
    if value < 100 {
      if value >= 10 { append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value / 10)) }
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10))
      return
    }
    var count = 3
    var limit: UInt = 1000
    while count < 20, value >= limit {
      count &+= 1
      limit = limit &* 10
    }
    unsafe append(upTo: count) {
      var rest = value
      for index in (0..<count).reversed() {
        unsafe $0[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return count
    }
  }
}
