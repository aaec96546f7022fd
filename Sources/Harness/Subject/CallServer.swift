package import Routing

/// Routes the calls of a subject in turn, with a scratch of its own.
package struct CallServer: ~Copyable {
  private let calls: CallSet
  private let group: RouterGroup
  private let single: Router?
  private var scratch: Scratch
  private var next: Int
  /// How many decisions were urgent so far.
  package var urgent = 0

  package init(_ subject: Subject, first: Int = 0) {
    self.init(subject.group, subject.calls, first: first)
  }

  /// - Parameter first: index of the call to begin with.
  package init(_ group: RouterGroup, _ calls: CallSet, first: Int = 0) {
    self.calls = calls
    self.group = group
    single = group.routers.count == 1 ? group.routers[0] : nil
    scratch = group.makeScratch()
    next = first
  }

  @inline(__always)
  package mutating func serveNext() {
    unsafe serve(calls[next])
    next &+= 1
    if next == calls.count { next = 0 }
  }

  /// Routes a text by the pack, or by all packs of the group.
  package mutating func serve(_ text: UnsafeRawBufferPointer) {
    if let single {
      urgent &+= unsafe single.route(utf8: text, scratch: &scratch) { $0.urgent ? 1 : 0 }
    } else {
      var count = 0
      unsafe group.route(utf8: text, scratch: &scratch) { if $0.urgent { count &+= 1 } }
      urgent &+= count
    }
  }
}
