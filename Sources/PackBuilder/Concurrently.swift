import Dispatch
import Synchronization

/// Does two pieces of work side by side, on two cores where there are two.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let left = Mutex<First?>(nil)
  let right = Mutex<Second?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = first()
      left.withLock { $0 = result }
    } else {
      let result = second()
      right.withLock { $0 = result }
    }
  }
  // Both have run: `concurrentPerform` waits for all.
  return (left.withLock { $0! }, right.withLock { $0! })
}
