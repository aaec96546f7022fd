import Pack

extension RestartWalk {
  /// Base and value of the state in a slot. Reads eight bytes, of which six are its own.
  @inline(__always)
  func state(at slot: Int) -> Slot {
    let bytes = unsafe UnsafeRawPointer(states.pointer)
    let bits = unsafe bytes.loadUnaligned(fromByteOffset: slot &* 6, as: UInt64.self)
    return Slot(bits: UInt64(littleEndian: bits) & Self.stateMask)
  }

  /// The child that `code` leads to, if there is one. O(1).
  @inline(__always)
  func child(of state: Slot, over code: UInt16) -> Slot? {
    var base = state.base
    if base & Self.splitFlag != 0 {
      let label = roots.count &+ Int(code) & (Self.groupCount &- 1)
      let group = base & ~Self.splitFlag &+ label
      guard unsafe Int(labels[unchecked: group]) == label else { return nil }
      base = self.state(at: group).base
    }
    let slot = base &+ Int(code)
    guard unsafe labels[unchecked: slot] == code else { return nil }
    return self.state(at: slot)
  }
}
