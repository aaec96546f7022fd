import Foundation
import Synchronization

/// A block on its way: a worker finishes it, the writer waits for its lines.
final class RouteJob: Sendable {
  private let block: RouteBlock
  private let result = Mutex<RouteBlock.Lines?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ block: RouteBlock) { self.block = block }

  func finish(_ answer: (RouteBlock) -> RouteBlock.Lines) {
    let lines = answer(block)
    result.withLock { $0 = lines }
    done.signal()
  }

  /// Waits for the worker. To be called once.
  func lines() -> RouteBlock.Lines {
    done.wait()
    return result.withLock { $0.take() } ?? RouteBlock.Lines()
  }
}

/// A queue between threads that holds a limited number of jobs.
final class RouteQueue: Sendable {
  private let jobs = Mutex<[RouteJob]>([])
  private let room: DispatchSemaphore
  /// Counts jobs; after `close`, enough for all who wait.
  private let filled = DispatchSemaphore(value: 0)

  init(limit: Int) { room = DispatchSemaphore(value: limit) }

  /// Adds a job; waits for room.
  func put(_ job: RouteJob) {
    room.wait()
    jobs.withLock { $0.append(job) }
    filled.signal()
  }

  /// The oldest job; waits for one. Nil once the queue is closed and empty.
  func take() -> RouteJob? {
    filled.wait()
    let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if job == nil { filled.signal() } else { room.signal() }
    return job
  }

  /// No job will follow: who waits is let go, one waking the next.
  func close() { filled.signal() }
}
