import NIOCore
import Routing

/// Answers a batch line by line, by one pack from its beginning to its end.
struct BatchAnswer {
  private let pack: LoadedPack
  private let limits: Limits
  private var lines: LineSplitter
  private var number = 0
  private var bytes = 0
  private(set) var calls = 0
  private(set) var badLines = 0

  init(pack: LoadedPack, limits: Limits) {
    self.pack = pack
    self.limits = limits
    lines = LineSplitter(limit: limits.callBytes)
  }

  /// Takes what came.
  ///
  /// - Throws: `Refusal` once the batch is larger than allowed.
  mutating func append(_ buffer: ByteBuffer) throws(Refusal) {
    bytes += buffer.readableBytes
    guard bytes <= limits.batchBytes else { throw Refusal.tooLarge(limits.batchBytes) }
    lines.append(buffer)
  }

  /// The next answers, some tens of kilobytes at most, or nil if more input is needed.
  mutating func next() -> ByteBuffer? {
    var output = ByteBuffer()
    while output.readableBytes < 1 << 15, let line = lines.next() { answer(line, to: &output) }
    return output.readableBytes == 0 ? nil : output
  }

  /// The answer to a line without an end, if there is one.
  mutating func last() -> ByteBuffer? {
    guard let line = lines.last() else { return nil }
    var output = ByteBuffer()
    answer(line, to: &output)
    return output
  }

  /// A line that says why the batch ends here.
  mutating func end(_ refusal: Refusal) -> ByteBuffer {
    var output = ByteBuffer()
    number += 1
    write(BadCall(message: refusal.message), to: &output)
    return output
  }

  private mutating func answer(_ line: LineSplitter.Line, to output: inout ByteBuffer) {
    number += 1
    do throws(BadCall) {
      guard case .line(let bytes) = line else {
        throw BadCall(message: "这一行超过 \(limits.callBytes) 字节")
      }
      output.writeString(pack.line(try Call(json: bytes)))
      output.writeInteger(UInt8(ascii: "\n"))
      calls += 1
    } catch {
      write(error, to: &output)
    }
  }

  private mutating func write(_ bad: BadCall, to output: inout ByteBuffer) {
    badLines += 1
    output.writeString(ErrorRecord(line: number, id: bad.id, message: bad.message).json)
    output.writeInteger(UInt8(ascii: "\n"))
  }
}
