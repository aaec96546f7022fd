import Routing

/// Working memory for one router: its scratch, and the arrays that decisions point to.
struct Workspace: ~Copyable {
  var scratch: Scratch
  var output = Output()

  private init(_ router: Router) { scratch = router.makeScratch() }

  static func make(for router: Router) -> UnsafeMutablePointer<Workspace> {
    let workspace = UnsafeMutablePointer<Workspace>.allocate(capacity: 1)
    unsafe workspace.initialize(to: Workspace(router))
    return unsafe workspace
  }

  static func destroy(_ workspace: UnsafeMutablePointer<Workspace>) {
    unsafe workspace.deinitialize(count: 1)
    unsafe workspace.deallocate()
  }
}
