public import Pack

// How items are handed on, and facts that never affect routing. Fixed layout, no padding.

/// A way to hand an item on or to reach a unit: a telephone, platform, three-way call …
@frozen
public struct ChannelRecord: BitwiseCopyable, Sendable {
  public var id: StringRef
  public var name: StringRef
  /// phone, platform, three-way, group, transfer or radio.
  public var kind: StringRef
  /// Empty where the plan gives none.
  public var number: StringRef
  /// The unit it belongs to, `noIndex` if all use it.
  public var unit: UInt32
  public var conditions: ListRef
  public var citations: ListRef

  public init(
    id: StringRef, name: StringRef, kind: StringRef, number: StringRef, unit: UInt16,
    conditions: ListRef, citations: ListRef
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.number = number
    self.unit = UInt32(unit)
    self.conditions = conditions
    self.citations = citations
  }
}

/// A fact of the plan that never affects routing: points deducted, rankings, rosters.
@frozen
public struct MetadataRecord: BitwiseCopyable, Sendable {
  public var rule: StringRef
  public var key: StringRef
  public var value: StringRef

  public init(rule: StringRef, key: StringRef, value: StringRef) {
    self.rule = rule
    self.key = key
    self.value = value
  }
}
