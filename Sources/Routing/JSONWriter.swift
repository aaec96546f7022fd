import Pack

/// Writes JSON text. The router's only output format needs no more than this, and Foundation
/// would cost megabytes.
package struct JSONWriter: ~Copyable {
  private(set) var bytes: Buffer<UInt8>
  private var needsComma = false

  package init() { bytes = Buffer(capacity: 1 << 10) }

  /// Writes behind what a buffer holds; `finish` gives it back.
  init(appendingTo buffer: consuming Buffer<UInt8>) { bytes = buffer }

  /// Writes what is to stand behind something else.
  init(behindComma: Bool) {
    self.init()
    needsComma = behindComma
  }

  consuming func finish() -> Buffer<UInt8> { bytes }

  /// What was written.
  package var text: String {
    let table = bytes.table
    return unsafe String(
      decoding: UnsafeBufferPointer(start: table.pointer, count: table.count), as: UTF8.self)
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array<S: Sequence>(
    _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { body(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// Inlined, so that a name is copied as a few words and not as a text of unknown length.
  ///
  /// - Parameter name: needs no escape.
  @inline(__always)
  package mutating func key(_ name: StaticString) {
    let comma = needsComma ? 1 : 0
    let count = name.utf8CodeUnitCount
    unsafe bytes.append(upTo: count + 4) {
      unsafe $0[0] = UInt8(ascii: ",")
      unsafe $0[comma] = UInt8(ascii: "\"")
      unsafe ($0 + comma + 1).update(from: name.utf8Start, count: count)
      unsafe $0[comma + 1 + count] = UInt8(ascii: "\"")
      unsafe $0[comma + 2 + count] = UInt8(ascii: ":")
      return comma + count + 3
    }
    needsComma = false
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: (some JSONText)?) {
    key(name)
    string(value)
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes.append(value ? "true" : "false")
    needsComma = true
  }

  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    bytes.append(decimal: value)
    needsComma = true
  }

  /// Rounded to three decimals.
  @inline(__always)
  package mutating func field(_ name: StaticString, _ value: Double) {
    key(name)
    number(value)
  }

  /// The value of a field whose name was written; rounded to three decimals.
  mutating func number(_ value: Double) {
    bytes.append(thousandthsOf: value)
    needsComma = true
  }

  package mutating func string(_ value: (some JSONText)?) {
    if let value { string(value) } else { null() }
  }

  package mutating func string(_ value: some JSONText) { string(value, behind: "") }

  /// - Parameter prefix: stands before the text and needs no escape.
  package mutating func string(_ value: some JSONText, behind prefix: StaticString) {
    separate()
    value.withUTF8Table { bytes.append(quoting: $0, behind: prefix) }
    needsComma = true
  }

  package mutating func null() {
    separate()
    bytes.append("null")
    needsComma = true
  }

  /// The same in words; fields with the comma before them.
  mutating func written(_ fields: WordText) {
    bytes.append(fields)
    needsComma = true
  }

  /// An element, or fields, that were written before.
  mutating func written(_ json: Table<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// What follows has nothing to do with what was written.
  mutating func beginAnew() { needsComma = false }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
