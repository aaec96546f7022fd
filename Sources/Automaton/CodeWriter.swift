import Pack
import TextNorm

/// The room behind the codes of a `FoldedText`, written without checks: reserved first, counted after.
///
/// The one type of this module that writes through pointers. The loops over runs of one kind of
/// character live here, since what makes them fast is that a step has a store or two for each array
/// and no branch but the loop's. Whoever takes one byte of the text writes at most one code and one
/// break for it, so room for as many as there are bytes suffices.
@safe
struct CodeWriter<Detail: CodeDetail> {
  private let codes: UnsafeMutableRawPointer
  private let starts: UnsafeMutableRawPointer
  private let ends: UnsafeMutableRawPointer
  private let breaks: UnsafeMutableRawPointer
  private var count: Int
  private var breakCount: Int

  /// Makes room in `text` for `more` codes behind those it has, and for as many breaks. Until `finish`
  /// nothing else may change `text`.
  init(appending more: Int, to text: inout FoldedText) {
    count = text.codes.count
    breakCount = text.breaks.count
    text.codes.reserve(count + more)
    text.starts.reserve(count + more)
    if Detail.isFull {
      text.ends.reserve(count + more)
      // A break is written before it is known whether it is one.
      text.breaks.reserve(breakCount + more + 1)
    }
    unsafe codes = UnsafeMutableRawPointer(mutating: text.codes.table.pointer)
    unsafe starts = UnsafeMutableRawPointer(mutating: text.starts.table.pointer)
    unsafe ends = UnsafeMutableRawPointer(mutating: text.ends.table.pointer)
    unsafe breaks = UnsafeMutableRawPointer(mutating: text.breaks.table.pointer)
  }

  /// Tells `text` how much was written.
  func finish(_ text: inout FoldedText) {
    unsafe text.codes.assumeCount(count)
    unsafe text.starts.assumeCount(count)
    if Detail.isFull {
      unsafe text.ends.assumeCount(count)
      unsafe text.breaks.assumeCount(breakCount)
    }
  }

  /// Takes characters of three bytes, two at a time, from byte `start` on, while both are one to one
  /// and leave a code. Returns the byte behind the last pair taken. O(n); reads within `utf8` only.
  @inline(__always)
  mutating func takePairs(
    _ utf8: UnsafeRawBufferPointer, from start: Int, _ table: Table<UInt16>
  ) -> Int {
    var index = start
    let last = utf8.count &- 8
    /// Where both characters start: two numbers of 32 bits, moved on by one addition.
    var spans = UInt64(truncatingIfNeeded: index) &* 0x1_0000_0001 &+ 3 << 32
    while index <= last, let pair = unsafe MinimalUTF8.threeBytePair(utf8, at: index) {
      let one = unsafe table[unchecked: pair.first]
      let two = unsafe table[unchecked: pair.second]
      guard one < Alphabet.space, two < Alphabet.space else { break }
      let both = UInt32(one) | UInt32(two) &<< 16
      unsafe codes.storeBytes(of: both, toByteOffset: count &* 2, as: UInt32.self)
      unsafe starts.storeBytes(of: spans, toByteOffset: count &* 4, as: UInt64.self)
      if Detail.isFull {
        unsafe ends.storeBytes(
          of: spans &+ 0x3_0000_0003, toByteOffset: count &* 4, as: UInt64.self)
        writeBreak(after: one, at: count &+ 1)
        writeBreak(after: two, at: count &+ 2)
      }
      count &+= 2
      spans &+= 0x6_0000_0006
      index &+= 6
    }
    return index
  }

  /// Takes ASCII from byte `start` on, likewise.
  @inline(__always)
  mutating func takeASCII(
    _ utf8: UnsafeRawBufferPointer, from start: Int, _ table: Table<UInt16>
  ) -> Int {
    var index = start
    while index < utf8.count {
      let byte = unsafe utf8[index]
      guard byte < 0x80 else { break }
      let code = unsafe table[unchecked: Int(byte)]
      guard code < Alphabet.space else { break }
      append(code, index, index &+ 1)
      index &+= 1
    }
    return index
  }

  /// Writes one code that stands for the source bytes `start..<end`, and the break that it makes.
  @inline(__always)
  mutating func append(_ code: UInt16, _ start: Int, _ end: Int) {
    unsafe codes.storeBytes(of: code, toByteOffset: count &* 2, as: UInt16.self)
    unsafe starts.storeBytes(
      of: UInt32(truncatingIfNeeded: start), toByteOffset: count &* 4, as: UInt32.self)
    count &+= 1
    guard Detail.isFull else { return }
    unsafe ends.storeBytes(
      of: UInt32(truncatingIfNeeded: end), toByteOffset: (count &- 1) &* 4, as: UInt32.self)
    writeBreak(after: code, at: count)
  }

  /// Writes the break that white space makes.
  @inline(__always)
  mutating func appendClauseBreak() {
    guard Detail.isFull else { return }
    unsafe breaks.storeBytes(
      of: UInt64(truncatingIfNeeded: count), toByteOffset: breakCount &* 8, as: UInt64.self)
    breakCount &+= 1
  }

  /// Writes a break and counts it only if `code` is one: no branch, since punctuation comes when it
  /// likes.
  @inline(__always)
  private mutating func writeBreak(after code: UInt16, at position: Int) {
    // A `TextBreak` as one number: position, strength. What is no break is not counted.
    let strength = UInt64(truncatingIfNeeded: Int(code) &- Int(Alphabet.clauseBreak))
    unsafe breaks.storeBytes(
      of: strength &<< 32 | UInt64(truncatingIfNeeded: position), toByteOffset: breakCount &* 8,
      as: UInt64.self)
    breakCount &+= strength < 2 ? 1 : 0
  }
}

/// How much a `FoldedText` says of its codes: a type, so that each way has a loop of its own.
protocol CodeDetail {
  static var isFull: Bool { get }
}

enum FullDetail: CodeDetail { static var isFull: Bool { true } }

enum LeanDetail: CodeDetail { static var isFull: Bool { false } }
