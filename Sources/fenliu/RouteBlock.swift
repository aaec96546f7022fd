import Pack
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
  ///
  /// - Parameter room: what lines are written to, kept from block to block.
  func lines(
    by group: RouterGroup, scratch: inout Scratch, room: inout Buffer<UInt8>
  ) -> Lines {
    var bad = 0
    room.removeAll()
    for record in records {
      switch record {
      case .call(let call):
        unsafe call.text.withUnsafeBytes {
          unsafe group.route(utf8: $0, at: call.at, place: call.place, scratch: &scratch) {
            $0.writeJSON(id: call.id, to: &room)
            room.append(0x0A)
          }
        }
      case .bad(let line, let id, let message):
        bad += 1
        for byte in ErrorRecord(line: line, id: id, message: message).json.utf8 {
          room.append(byte)
        }
        room.append(0x0A)
      }
    }
    let bytes = room.table
    return unsafe Lines(
      bytes: Array(UnsafeBufferPointer(start: bytes.pointer, count: bytes.count)), bad: bad)
  }
}
