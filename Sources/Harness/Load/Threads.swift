import Foundation
import Synchronization

/// Runs `body` on `count` threads of their own and gives back what each made, in order.
package func onThreads<Result: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let done = DispatchGroup()
  let results = SharedResults<Result>(count)
  for index in 0..<count {
    done.enter()
    let thread = Thread {
      let result = body(index)
      results.values.withLock { $0[index] = result }
      done.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  done.wait()
  return results.values.withLock { $0.compactMap(\.self) }
}

private final class SharedResults<Result: Sendable>: Sendable {
  let values: Mutex<[Result?]>

  init(_ count: Int) { values = Mutex([Result?](repeating: nil, count: count)) }
}

/// Lets threads begin together once all of them are ready.
final class StartingLine: Sendable {
  private let ready = Atomic(0)
  private let threads: Int
  private let start = Atomic<UInt64>(0)

  init(threads: Int) { self.threads = threads }

  /// Waits for the others; the same time for all, a little ahead. The last to come sets it.
  func wait() -> UInt64 {
    if ready.add(1, ordering: .acquiringAndReleasing).newValue == threads {
      start.store(Nanoclock.now + 20_000_000, ordering: .releasing)
    }
    while true {
      let time = start.load(ordering: .acquiring)
      if time != 0 { return time }
      Nanoclock.sleep(until: Nanoclock.now + 100_000)
    }
  }
}
