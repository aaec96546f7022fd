import Classifier
public import Pack

/// The county's plan, as it lies in a pack: who takes what, at which level, by when.
public struct Plan: Sendable {
  public let strings: StringTable
  public let manifest: ManifestRecord
  public let units: Table<UnitRecord>
  public let duties: Table<DutyRecord>
  public let conditions: Table<ConditionRecord>
  public let policing: Table<PolicingRecord>
  public let levels: Table<LevelRecord>
  public let obligations: Table<ObligationRecord>
  public let citations: Table<CitationRecord>
  public let citationLists: Table<UInt16>
  public let channels: Table<ChannelRecord>
  public let metadata: Table<MetadataRecord>
  /// Who settles it when no unit takes a call, in the order they are asked.
  public let arbiters: Table<ArbiterRecord>
  public let unitAliases: Table<UnitAliasRecord>
  public let calendar: WorkingCalendar
  public let questions: Questions

  /// Reads the tables in place. O(1).
  public init(image: PackImage) throws(PackError) {
    strings = try image.strings()
    units = try image.table(.units)
    duties = try image.table(.duties)
    conditions = try image.table(.conditions)
    policing = try image.table(.policing)
    levels = try image.table(.levels)
    obligations = try image.table(.obligations)
    citations = try image.table(.citations)
    citationLists = try image.table(.citationLists)
    channels = try image.table(.channels)
    metadata = try image.table(.metadata)
    arbiters = try image.table(.arbiters)
    unitAliases = try image.table(.unitAliases)
    calendar = try WorkingCalendar(image: image)
    questions = try Questions(image: image)
    let manifest = try image.table(.manifest, of: ManifestRecord.self)
    guard manifest.count == 1 else { throw image.malformed(.manifest) }
    self.manifest = manifest[0]
  }
}
