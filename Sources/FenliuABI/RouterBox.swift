import CFenliu
import Pack
import Routing
import Synchronization

/// A router with what its C handle needs: shared by the handle and the scratches bound to it.
final class RouterBox: Sendable {
  let router: Router
  /// Scratches for calls that bring none.
  let pool = WorkspacePool()
  /// The pack's id and digest, in memory that does not move.
  let id: FixedText
  let digest: FixedText
  private let lazyFinder = AtomicLazyReference<FinderBox>()

  /// Routes one call, so that later ones find the runtime's tables and a scratch ready.
  init(_ image: PackImage) throws(PackError) {
    router = try Router(image: image)
    id = FixedText(image.id)
    digest = FixedText(image.digestText)
    let workspace = unsafe pool.take(for: self)
    _ = unsafe workspace.pointee.json(
      router, Call(text: UnsafeRawBufferPointer(start: nil, count: 0)), finder: nil)
    unsafe pool.give(workspace)
  }

  /// Made when first asked for; O(patterns) then.
  var finder: BoundaryFinder {
    if let known = lazyFinder.load() { return known.finder }
    return lazyFinder.storeIfNil(FinderBox(BoundaryFinder(router))).finder
  }
}

final class FinderBox: Sendable {
  let finder: BoundaryFinder

  init(_ finder: BoundaryFinder) { self.finder = finder }
}

/// A text at a fixed address.
@safe
struct FixedText: ~Copyable, @unchecked Sendable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    unsafe bytes = .allocate(capacity: max(text.utf8.count, 1))
    unsafe bytes.update(repeating: 0)
    for (index, byte) in text.utf8.enumerated() { unsafe bytes[index] = byte }
    count = text.utf8.count
  }

  let count: Int

  /// Valid as long as this text.
  var view: fenliu_string {
    unsafe bytes.baseAddress.map { unsafe fenliu_string(UnsafePointer($0), count) } ?? .absent
  }

  deinit { unsafe bytes.deallocate() }
}
