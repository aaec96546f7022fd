import Pack
import Routing
import Synchronization

/// A pack in memory with the scratches of those who route by it. It lives as long as a request
/// that began with it.
///
/// The file is copied, not mapped: whoever overwrites it in place can't pull it from under a call.
final class LoadedPack: Sendable {
  private let router: Routing.Router
  private let idle = Mutex<[Workspace]>([])

  /// Reads, checks and opens a pack file. O(n). One call is routed, so that the first client finds
  /// all tables made.
  init(path: String) throws(PackProblem) {
    let bytes = try PackFile.read(path)
    do {
      router = try Routing.Router(image: PackImage(bytes: bytes))
    } catch {
      throw PackProblem(error, path: path)
    }
    _ = line(Call(text: Array("路灯".utf8)))
  }

  var id: String { router.image.id }
  var digest: String { router.image.digestText }

  /// The decision as a line of `fenliu route`, without its end. O(length of the text).
  func line(_ call: Call) -> String {
    let workspace = idle.withLock { $0.popLast() } ?? Workspace(router)
    let line = workspace.route(call, by: router)
    idle.withLock { $0.append(workspace) }
    return line
  }
}

/// A scratch that is handed from call to call. There are no more than calls at one time.
private final class Workspace: Sendable {
  private let scratch: Mutex<Scratch>

  init(_ router: Routing.Router) { scratch = Mutex(router.makeScratch()) }

  func route(_ call: Call, by router: Routing.Router) -> String {
    scratch.withLock { scratch in
      var line = ""
      unsafe call.text.withUnsafeBytes {
        unsafe router.route(utf8: $0, at: call.at, place: call.place, scratch: &scratch) {
          line = $0.json(id: call.id)
        }
      }
      return line
    }
  }
}
