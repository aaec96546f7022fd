public import Automaton
public import Classifier
public import Jurisdiction
public import Pack

/// Working memory for routing, owned by the caller and reused: after the longest call so far
/// nothing is allocated. One scratch serves one thread at a time.
public struct Scratch: ~Copyable {
  public internal(set) var text = FoldedText()
  var placeText = FoldedText()
  public internal(set) var classifier: ClassifierScratch
  public internal(set) var places: PlaceScratch
  var coUnits = Buffer<Assignment>(capacity: 16)
  var notified = Buffer<Assignment>(capacity: 16)
  var obligations = Buffer<Owed>(capacity: 32)
  var channels = Buffer<UInt16>(capacity: 32)
  /// The units that have a part in the call.
  var units: BitSet
  var basis = Buffer<UInt16>(capacity: 64)
  var alternatives = Buffer<Alternative>(capacity: 8)
}

/// A unit with its part in the call.
@frozen
public struct Assignment: BitwiseCopyable, Sendable {
  /// Index of the unit.
  public var unit: UInt32
  /// Index of the duty row that names it.
  public var duty: UInt32
  /// The role in the plan's words.
  public var role: StringRef
}

/// An obligation with the unit that owes it.
@frozen
public struct Owed: BitwiseCopyable, Sendable {
  /// Index of the obligation row.
  public var obligation: UInt32
  /// Index of the unit.
  public var unit: UInt32
}

/// Another category the call may belong to.
@frozen
public struct Alternative: BitwiseCopyable, Sendable {
  public var category: UInt32
  public var score: Float
}
