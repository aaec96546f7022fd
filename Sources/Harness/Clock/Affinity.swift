import CAffinity

/// Which cores a thread may run on.
package enum Affinity {
  /// The cores this process may use, ascending; empty where the system does not tell. Read on the
  /// first thread that asks, which must not be pinned.
  package static let cores: [Int] = (0..<1024).filter { fenliu_may_use_core(Int32($0)) }

  /// Keeps the calling thread on one core; false where the system does not let it.
  @discardableResult
  package static func pin(to core: Int) -> Bool { fenliu_pin_to_core(Int32(core)) }
}
