import Foundation
import Pack
import Routing
import Synchronization

/// Routes records on all cores and writes their lines in the order of the input.
///
/// The caller reads; blocks of records go to workers, one a core, each with a scratch of its own; a
/// writer puts the finished blocks out in turn. No more than `depth` blocks are under way, so a
/// slow reader of the output holds up the input, and memory is bounded whatever its length. A block
/// is passed on as soon as the next record would have to be waited for.
final class RouteStream: Sendable {
  private let group: RouterGroup
  private let workers: Int
  /// Blocks that no worker has taken yet, and blocks in the order they are to be written.
  private let waiting: RouteQueue
  private let ordered: RouteQueue

  init(
    _ group: RouterGroup, workers: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    self.group = group
    self.workers = max(workers, 1)
    let depth = self.workers * 4
    waiting = RouteQueue(limit: depth)
    ordered = RouteQueue(limit: depth)
  }

  /// Calls `read` with what takes a record, and whether the one after it is at hand; gives back the
  /// number of bad lines once all is written.
  ///
  /// - Throws: what `read` throws, after the lines of the records before it.
  func run(_ read: ((InputRecord, Bool) -> Void) throws -> Void) throws -> Int {
    let finished = DispatchGroup()
    for _ in 0..<workers { Self.thread(finished, work) }
    let badLines = Mutex(0)
    Self.thread(finished) { [self] in
      let count = write()
      badLines.withLock { $0 = count }
    }
    var block = RouteBlock()
    let result = Result {
      try read { record, moreAtHand in
        block.append(record)
        guard block.isFull || !moreAtHand else { return }
        pass(block)
        block = RouteBlock()
      }
    }
    pass(block)
    waiting.close()
    ordered.close()
    finished.wait()
    try result.get()
    return badLines.withLock { $0 }
  }

  /// Waits while too many blocks are under way.
  private func pass(_ block: consuming RouteBlock) {
    let job = RouteJob(block)
    ordered.put(job)
    waiting.put(job)
  }

  private func work() {
    var scratch = group.makeScratch()
    var room = Buffer<UInt8>(capacity: 1 << 16)
    while let job = waiting.take() {
      job.finish { $0.lines(by: group, scratch: &scratch, room: &room) }
    }
  }

  private func write() -> Int {
    var badLines = 0
    while let job = ordered.take() {
      let lines = job.lines()
      Console.write(lines.bytes, to: 1)
      badLines += lines.bad
    }
    return badLines
  }

  private static func thread(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    group.enter()
    let thread = Thread {
      body()
      group.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
}
