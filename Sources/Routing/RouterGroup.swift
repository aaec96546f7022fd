public import Pack

/// Routes calls by several packs at once: each call is folded and classified once, then placed and
/// dispatched by every plan.
///
/// The packs share one lexicon, that of the base with the local terms of all; a call that holds a
/// local term of one county may therefore be read otherwise than by another county's pack alone.
/// Immutable: any number of threads may share one.
public final class RouterGroup: Sendable {
  /// One router a pack, in the order of the images.
  public let routers: [Router]

  /// - Parameter images: of packs compiled together, the one that holds the lexicon first.
  /// - Precondition: at least one image.
  public init(images: [PackImage]) throws(PackError) {
    precondition(!images.isEmpty, "a group has at least one pack")
    let host = try Router(image: images[0])
    var routers = [host]
    for image in images.dropFirst() { routers.append(try Router(image: image, sharing: host)) }
    self.routers = routers
  }

  /// A group of one.
  public init(_ router: Router) { routers = [router] }

  /// Working memory for the hot path.
  public func makeScratch() -> Scratch {
    routers[0].makeScratch(units: routers.map(\.plan.units.count).max() ?? 0)
  }

  /// Routes one call and hands each pack's decision to `body`; it is valid only there.
  ///
  /// Allocates nothing once `scratch` has seen a call as long. Linear in the text, which is folded
  /// and classified once whatever the number of packs.
  public func route(
    utf8: UnsafeRawBufferPointer, at instant: Instant? = nil, place placeText: String? = nil,
    scratch: inout Scratch, _ body: (borrowing DecisionView) throws -> Void
  ) rethrows {
    let verdict = unsafe routers[0].read(utf8, scratch: &scratch)
    for router in routers {
      let view = router.decide(verdict, at: instant, place: placeText, scratch: &scratch)
      try body(view)
    }
  }

  /// Routes one call: convenient, allocates a scratch and the decisions.
  public func route(_ text: String, at instant: Instant? = nil) -> [Decision] {
    var scratch = makeScratch()
    var decisions: [Decision] = []
    var text = text
    text.withUTF8 { bytes in
      unsafe route(utf8: UnsafeRawBufferPointer(bytes), at: instant, scratch: &scratch) {
        decisions.append(Decision($0))
      }
    }
    return decisions
  }
}
