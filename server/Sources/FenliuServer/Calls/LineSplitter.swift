package import NIOCore

/// Cuts a stream of bytes into lines, of bounded memory whatever comes.
package struct LineSplitter {
  package enum Line: Equatable {
    case line([UInt8])
    /// It was longer than the limit; its bytes are gone.
    case tooLong
  }

  private let limit: Int
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var input = ByteBuffer()

  /// - Parameter limit: the longest line, in bytes.
  package init(limit: Int) { self.limit = limit }

  /// What comes next; the lines before it have been taken.
  package mutating func append(_ buffer: ByteBuffer) { input = buffer }

  /// The next whole line without its end, nil if it must be waited for. Amortized O(its length).
  package mutating func next() -> Line? {
    let bytes = input.readableBytesView
    guard let end = bytes.firstIndex(of: 0x0A) else {
      keep(bytes)
      input.moveReaderIndex(forwardBy: bytes.count)
      return nil
    }
    keep(bytes[..<end])
    input.moveReaderIndex(forwardBy: end - bytes.startIndex + 1)
    return cut()
  }

  /// What follows the last line end, nil if nothing does.
  package mutating func last() -> Line? { pending.isEmpty && !isSkipping ? nil : cut() }

  private mutating func keep(_ bytes: ByteBufferView) {
    if isSkipping { return }
    // One more for a carriage return that the line's end may bring.
    if pending.count + bytes.count > limit + 1 {
      isSkipping = true
      pending = []
    } else {
      pending += bytes
    }
  }

  private mutating func cut() -> Line {
    var line = pending
    let wasSkipped = isSkipping
    pending = []
    isSkipping = false
    if line.last == 0x0D { line.removeLast() }
    return wasSkipped || line.count > limit ? .tooLong : .line(line)
  }
}
