/// Texts side by side in memory, so that serving one costs no reference counting.
///
/// Immutable; lives as long as the program that measures.
@safe
package final class CallSet: @unchecked Sendable {
  private let bytes: UnsafeMutableRawBufferPointer
  private let starts: [Int]
  /// Characters (Unicode scalars) of all texts together.
  package let characters: Int

  /// - Precondition: at least one text.
  package init(_ texts: [[UInt8]]) {
    precondition(!texts.isEmpty, "a benchmark needs calls")
    var starts = [0]
    for text in texts { starts.append(starts[starts.count - 1] + text.count) }
    unsafe bytes = .allocate(byteCount: max(starts[texts.count], 1), alignment: 16)
    for (start, text) in zip(starts, texts) {
      unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + text.count])
        .copyBytes(from: text)
    }
    self.starts = starts
    characters = texts.reduce(0) { $0 + String(decoding: $1, as: UTF8.self).unicodeScalars.count }
  }

  deinit { unsafe bytes.deallocate() }

  package var count: Int { starts.count - 1 }

  package var bytesTotal: Int { starts[count] }

  /// The text at `index`; valid as long as the set. O(1).
  @unsafe
  @inline(__always)
  package subscript(index: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: bytes[starts[index]..<starts[index + 1]])
  }
}
