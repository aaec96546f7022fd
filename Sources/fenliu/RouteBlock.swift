import Routing

/// A few records that one worker answers together.
struct RouteBlock: Sendable {
  /// The lines that answer a block, and how many of them say that a record was bad.
  struct Lines: Sendable {
    var bytes: [UInt8] = []
    var bad = 0
  }

  private var records: [InputRecord] = []
  private var textBytes = 0

  /// Enough to make handing it over cheap; a huge text is a block of its own.
  var isFull: Bool { records.count >= 64 || textBytes >= 1 << 18 }

  mutating func append(_ record: InputRecord) {
    if case .call(let call) = record { textBytes += call.text.count }
    records.append(record)
  }

  /// Routes the calls. O(length of the texts).
  func lines(by group: RouterGroup, scratch: inout Scratch) -> Lines {
    var lines = Lines()
    for record in records {
      switch record {
      case .call(let call):
        unsafe call.text.withUnsafeBytes {
          unsafe group.route(utf8: $0, at: call.at, place: call.place, scratch: &scratch) {
            lines.bytes += Decision($0).json(id: call.id).utf8
            lines.bytes.append(0x0A)
          }
        }
      case .bad(let line, let id, let message):
        lines.bad += 1
        lines.bytes += ErrorRecord(line: line, id: id, message: message).json.utf8
        lines.bytes.append(0x0A)
      }
    }
    return lines
  }
}
