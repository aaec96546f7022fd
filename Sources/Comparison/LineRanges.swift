/// The lines of a file as ranges of its bytes, without their ends and the byte order mark.
struct LineRanges {
  private let bytes: [UInt8]
  private var position: Int
  /// Number of the line last given, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line, not taken.
  func peek() -> Range<Int>? {
    var copy = self
    return copy.next()
  }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    position = end + 1
    number += 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}

extension [UInt8] {
  /// The cell at `position` of a row, nil if the row is too short, and how many cells it has.
  func cell(_ position: Int, of row: Range<Int>) -> (cell: Range<Int>?, count: Int) {
    var cell: Range<Int>?
    var count = 0
    var start = row.lowerBound
    for index in row where self[index] == 0x09 {
      if count == position { cell = start..<index }
      count += 1
      start = index + 1
    }
    if count == position { cell = start..<row.upperBound }
    return (cell, count + 1)
  }
}

extension ArraySlice<UInt8> {
  var cells: [String] {
    split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
