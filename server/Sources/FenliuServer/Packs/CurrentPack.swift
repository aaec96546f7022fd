import Dispatch
import Synchronization

/// The pack that new requests are routed by, and what became of the reloads.
public final class CurrentPack: Sendable {
  /// How often the pack was read anew.
  package struct Reloads: Sendable {
    package var succeeded = 0
    package var failed = 0
    /// Why the last one failed, nil if it didn't.
    package var problem: PackProblem?
  }

  private struct State {
    var pack: LoadedPack
    var reloads = Reloads()
  }

  private let path: String
  private let state: Mutex<State>

  /// Opens the first pack; without one there is no server.
  public init(path: String) throws(PackProblem) {
    self.path = path
    state = Mutex(State(pack: try LoadedPack(path: path)))
  }

  /// For one request, from its beginning to its end.
  var pack: LoadedPack { state.withLock { $0.pack } }
  package var reloads: Reloads { state.withLock { $0.reloads } }

  /// “chengkou 2d4b7748c7a212fb”.
  public var name: String {
    let pack = pack
    return "\(pack.id) \(pack.digest)"
  }

  /// Reads the file anew, on a thread of its own so that no call waits for it. The old pack stays
  /// if the new one can't be opened.
  public func reload() async -> Result<Void, PackProblem> {
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { continuation.resume(returning: self.readAnew()) }
    }
  }

  private func readAnew() -> Result<Void, PackProblem> {
    do throws(PackProblem) {
      let pack = try LoadedPack(path: path)
      state.withLock {
        $0.pack = pack
        $0.reloads.succeeded += 1
        $0.reloads.problem = nil
      }
      return .success(())
    } catch {
      state.withLock {
        $0.reloads.failed += 1
        $0.reloads.problem = error
      }
      return .failure(error)
    }
  }
}
