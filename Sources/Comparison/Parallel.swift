import Dispatch
import Foundation
import Synchronization

/// Does `body` for parts of `0..<count` on all cores and joins what it gives, in order.
///
/// - Parameter least: elements that are worth a part of their own.
public func inParallel<Element: Sendable>(
  _ count: Int, least: Int = 256, _ body: @Sendable (Range<Int>) -> [Element]
) -> [Element] {
  let cores = ProcessInfo.processInfo.activeProcessorCount
  let parts = max(1, min(cores * 4, count / least))
  if parts == 1 { return body(0..<count) }
  let results = Mutex([Int: [Element]]())
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    let found = body(count * part / parts..<count * (part + 1) / parts)
    results.withLock { $0[part] = found }
  }
  return results.withLock { results in (0..<parts).flatMap { results[$0]! } }
}

/// Does two things at once.
public func both<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let value = first()
      results.withLock { $0.0 = value }
    } else {
      let value = second()
      results.withLock { $0.1 = value }
    }
  }
  return results.withLock { ($0.0!, $0.1!) }
}
