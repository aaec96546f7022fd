import Dispatch
import Synchronization

/// What `/metrics` tells.
public final class Metrics: Sendable {
  /// Stands for a status code where the client was gone before there was one.
  static let clientGone = 499

  struct Key: Hashable, Comparable {
    var endpoint: String
    var code: Int

    static func < (a: Key, b: Key) -> Bool { (a.endpoint, a.code) < (b.endpoint, b.code) }
  }

  struct Counts {
    var requests: [Key: Int] = [:]
    var seconds: [String: LatencyBuckets] = [:]
    var inFlight = 0
    var calls = 0
    var badLines = 0
  }

  private let counts = Mutex(Counts())
  let logLoss: LogLoss

  public init(logLoss: LogLoss) { self.logLoss = logLoss }

  /// A request that has begun. Ends once, at the latest when nobody knows it any more.
  final class Timing: Sendable {
    private let metrics: Metrics
    private let endpoint: String
    private let start = DispatchTime.now()
    private let hasEnded = Atomic(false)

    fileprivate init(_ metrics: Metrics, _ endpoint: String) {
      self.metrics = metrics
      self.endpoint = endpoint
    }

    func end(_ code: Int) {
      if hasEnded.exchange(true, ordering: .relaxed) { return }
      let elapsed = DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds
      metrics.counts.withLock {
        $0.inFlight -= 1
        $0.requests[Key(endpoint: endpoint, code: code), default: 0] += 1
        $0.seconds[endpoint, default: LatencyBuckets()].add(Double(elapsed) / 1e9)
      }
    }

    deinit { end(Metrics.clientGone) }
  }

  /// - Parameter endpoint: nil for an address that there isn't.
  func begin(_ endpoint: Endpoint?) -> Timing {
    counts.withLock { $0.inFlight += 1 }
    return Timing(self, endpoint.map { String($0.rawValue.dropFirst()) } ?? "other")
  }

  func count(calls: Int, badLines: Int = 0) {
    counts.withLock {
      $0.calls += calls
      $0.badLines += badLines
    }
  }

  /// A consistent copy.
  var snapshot: Counts { counts.withLock { $0 } }
}
