public import Pack

// The tables of a pack that rerouting reads. Fixed layout, no padding.

/// Who settles it when no unit takes a call, and how.
@frozen
public struct ArbiterRecord: BitwiseCopyable, Sendable {
  /// Index of the unit.
  public var unit: UInt32
  /// What it does, in the plan's words (单位退回, 指定管辖).
  public var action: StringRef
  public var citations: ListRef

  public init(unit: UInt32, action: StringRef, citations: ListRef) {
    self.unit = unit
    self.action = action
    self.citations = citations
  }
}

/// Another name of a unit; several units may share one.
@frozen
public struct UnitAliasRecord: BitwiseCopyable, Sendable {
  /// Index of the unit.
  public var unit: UInt32
  public var name: StringRef

  public init(unit: UInt32, name: StringRef) {
    self.unit = unit
    self.name = name
  }
}
