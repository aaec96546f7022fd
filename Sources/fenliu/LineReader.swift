import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines as bytes from a file or standard input, in chunks; a line may be of any length.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var scanned = 0
  private var atEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Opens a file; nil or `-` is standard input.
  init(path: String?) throws {
    guard let path, path != "-" else {
      descriptor = 0
      return
    }
    descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw CommandError(.noInput, "打不开文件“\(path)”：\(unsafe String(cString: strerror(errno)))")
    }
  }

  /// True if the next line can be had without waiting for more input.
  var hasBufferedLine: Bool { buffer[position...].contains(0x0A) }

  /// The next line without its end, or nil at the end of the input.
  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        var line = buffer[position..<end]
        if line.last == 0x0D { line.removeLast() }
        position = end + 1
        scanned = position
        return Array(line)
      }
      scanned = buffer.count
      if atEnd {
        guard position < buffer.count else { return nil }
        let line = Array(buffer[position...])
        position = buffer.count
        scanned = position
        return line
      }
      try fill()
    }
  }

  private mutating func fill() throws {
    if position > 0 {
      buffer.removeFirst(position)
      scanned -= position
      position = 0
    }
    let count = unsafe read(descriptor, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR { return }
      throw CommandError(.noInput, "读输入时出错：\(unsafe String(cString: strerror(errno)))")
    }
    if count == 0 { atEnd = true } else { buffer += chunk[..<count] }
  }
}
