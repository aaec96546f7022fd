/// A word like `theft:-1.25`, or a bare number.
struct WeightWord {
  /// Where it stands among the cell's bytes.
  var range: Range<Int>
  /// The target its name or its place means; nil if there is none.
  var target: Int?
  /// The number; nil if there is none.
  var weight: Float?

  /// The word as written, for messages.
  func text(in row: SourceRow) -> String {
    String(decoding: Array(row["weights"].utf8)[range], as: UTF8.self)
  }
}

/// Reads the words of a cell from left to right, each byte once: a pack has millions of them.
struct WeightWords {
  /// Whose the bare numbers are, by their place among the words.
  let order: [Int]
  private var place = 0
  private var count = 0

  init(order: [Int]) { self.order = order }

  /// The next word of the cell, or nil at its end.
  mutating func next(in bytes: borrowing Span<UInt8>, _ targets: MinedTargets) -> WeightWord? {
    while place < bytes.count, bytes[place] == Self.space { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    defer { count += 1 }
    if Self.numberStarts.contains(bytes[place]) {
      let weight = readNumber(in: bytes)
      let target = count < order.count ? order[count] : nil
      return WeightWord(range: start..<place, target: target, weight: weight)
    }
    var hash = MinedTargets.hashSeed
    while place < bytes.count, bytes[place] != Self.colon, bytes[place] != Self.space {
      hash = MinedTargets.hash(hash, bytes[place])
      place += 1
    }
    let target = targets.index(of: bytes.extracting(start..<place), hash: hash)
    var weight: Float?
    if place < bytes.count, bytes[place] == Self.colon {
      place += 1
      weight = readNumber(in: bytes)
    }
    return WeightWord(range: start..<place, target: target, weight: weight)
  }

  /// A number like -1.25, up to seven digits, to the word's end; nil if it is none.
  private mutating func readNumber(in bytes: borrowing Span<UInt8>) -> Float? {
    var isNegative = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      isNegative = true
      place += 1
    }
    var mantissa = 0
    var scale = 1
    var count = 0
    var hasPoint = false
    var isNumber = true
    while place < bytes.count, bytes[place] != Self.space {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10, count < 7 {
        mantissa = mantissa &* 10 &+ Int(digit)
        if hasPoint { scale &*= 10 }
        count += 1
      } else if bytes[place] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        isNumber = false
      }
      place += 1
    }
    guard isNumber, count > 0 else { return nil }
    // Both are exact, so the quotient is rounded once, like any literal.
    let value = Float(mantissa) / Float(scale)
    return isNegative ? -value : value
  }

  /// `-`, `.` and the digits.
  private static var numberStarts: ClosedRange<UInt8> { UInt8(ascii: "-")...UInt8(ascii: "9") }
  private static var space: UInt8 { UInt8(ascii: " ") }
  private static var colon: UInt8 { UInt8(ascii: ":") }
}
