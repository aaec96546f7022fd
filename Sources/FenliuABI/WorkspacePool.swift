import Routing
import Synchronization

/// A few workspaces kept for calls that bring no scratch.
///
/// Nobody waits: who finds none makes one, who finds no room to give one back destroys it. So a
/// child of `fork` can go on, whatever other threads were doing.
final class WorkspacePool: Sendable {
  private static let size = 16
  /// Addresses of workspaces, 0 for none.
  private let slots = InlineArray<16, Atomic<UInt>> { _ in Atomic<UInt>(0) }

  /// A workspace of the pool, or a new one. Whoever takes it gives it back.
  func take(for box: borrowing RouterBox) -> UnsafeMutablePointer<Workspace> {
    for index in 0..<Self.size {
      let address = slots[index].exchange(0, ordering: .acquiring)
      if let known = unsafe UnsafeMutablePointer<Workspace>(bitPattern: address) {
        return unsafe known
      }
    }
    return unsafe Workspace.make(for: box.router)
  }

  /// Gives a workspace back.
  func give(_ workspace: UnsafeMutablePointer<Workspace>) {
    let address = UInt(bitPattern: workspace)
    for index in 0..<Self.size {
      let (stored, _) = slots[index].compareExchange(
        expected: 0, desired: address, successOrdering: .releasing, failureOrdering: .relaxed)
      if stored { return }
    }
    unsafe Workspace.destroy(workspace)
  }

  deinit {
    for index in 0..<Self.size {
      let address = slots[index].load(ordering: .acquiring)
      if let known = unsafe UnsafeMutablePointer<Workspace>(bitPattern: address) {
        unsafe Workspace.destroy(known)
      }
    }
  }
}
