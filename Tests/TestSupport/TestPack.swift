import Foundation
import Pack
public import PackBuilder
public import Routing
import Synchronization

/// Packs compiled from the repository's lexicons, each when it is first asked for, once for all tests.
public enum TestPack {
  /// Root of the repository.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  public static let folder = SourceFolder(root + "/lexicons")

  /// Ids of all packs.
  public static let ids = folder.packs

  public static let chengkou: Router = router("chengkou")

  private static let routers = Mutex<[String: Router]>([:])

  /// The router of a pack. Compiling takes seconds; other suites that ask meanwhile wait.
  public static func router(_ pack: String) -> Router {
    routers.withLock { known in
      if let router = known[pack] { return router }
      let router = compiled(pack)
      known[pack] = router
      return router
    }
  }

  /// Every pack of the repository.
  public static var all: [Router] { ids.map(router) }

  /// The image of a pack.
  public static func image(_ pack: String) throws -> [UInt8] {
    try PackCompiler(folder).compile(pack).image
  }

  private static func compiled(_ pack: String) -> Router {
    do { return try Router(image: PackImage(bytes: image(pack))) } catch {
      fatalError("the \(pack) pack does not compile:\n\(error)")
    }
  }

  /// The text of a file of `../shared`, or nil with a printed reason where there is no such folder.
  public static func shared(_ path: String) -> String? {
    let full = root + "/../shared/" + path
    if let data = FileManager.default.contents(atPath: full) {
      return String(decoding: data, as: UTF8.self)
    }
    print("left out: ../shared/\(path) is not there")
    return nil
  }
}
