import Classifier
import Pack
import Routing

extension PlanSource {
  /// Writes the router's sections.
  func compile(into writer: inout ImageWriter) {
    var conditions: [ConditionRecord] = []
    var lists: [UInt16] = []
    func add(_ records: [ConditionRecord]) -> ListRef {
      defer { conditions += records }
      return ListRef(first: UInt32(conditions.count), count: UInt32(records.count))
    }
    func add(_ citations: [UInt16]) -> ListRef {
      defer { lists += citations }
      return ListRef(first: UInt32(lists.count), count: UInt32(citations.count))
    }

    writer.add(
      .manifest,
      [
        ManifestRecord(
          name: writer.string(manifest.name), jointRole: writer.string(manifest.jointRole),
          code: writer.string(manifest.code),
          townshipLabel: writer.string(manifest.townshipLabel))
      ])
    var unitRecords: [UnitRecord] = []
    for (id, name) in zip(units.ids, units.names) {
      unitRecords.append(UnitRecord(id: writer.string(id), name: writer.string(name)))
    }
    writer.add(.units, unitRecords)
    var aliasRecords: [UnitAliasRecord] = []
    for alias in unitAliases {
      aliasRecords.append(
        UnitAliasRecord(unit: UInt32(alias.unit), name: writer.string(alias.name)))
    }
    writer.add(.unitAliases, aliasRecords)

    // Rows for all categories first, then by category; within one, the file's order decides.
    let ordered =
      duties.filter { $0.category == noIndex }
      + duties.filter { $0.category != noIndex }.stableSorted(by: \.category)
    var dutyRecords: [DutyRecord] = []
    for duty in ordered {
      dutyRecords.append(
        DutyRecord(
          category: duty.category, unit: duty.unit, part: duty.part,
          role: writer.string(duty.role), conditions: add(duty.conditions),
          citations: add(duty.citations)))
    }
    writer.add(.duties, dutyRecords)

    writer.add(
      .policing,
      policing.map { row in
        PolicingRecord(
          category: row.category, policing: row.side, citations: add(row.citations))
      })
    var levelRecords: [LevelRecord] = []
    for level in levels {
      levelRecords.append(
        LevelRecord(
          name: writer.string(level.name), rank: UInt32(level.rank),
          conditions: add(level.conditions), citations: add(level.citations)))
    }
    writer.add(.levels, levelRecords)

    var obligationRecords: [ObligationRecord] = []
    for row in obligations {
      obligationRecords.append(
        ObligationRecord(
          owner: row.owner, unit: row.unit, clock: row.within.clock, seconds: row.within.seconds,
          fromReceipt: row.fromReceipt, action: writer.string(row.action),
          within: writer.string(row.within.text), from: writer.string(row.from),
          condition: writer.string(row.condition), rule: writer.string(row.rule),
          conditions: add(row.conditions), citations: add(row.citations)))
    }
    writer.add(.obligations, obligationRecords)

    writeChannels(into: &writer, conditions: add, citations: add)
    var arbiterRecords: [ArbiterRecord] = []
    for row in arbiters {
      arbiterRecords.append(
        ArbiterRecord(
          unit: UInt32(row.unit), action: writer.string(row.action), citations: add(row.citations)))
    }
    writer.add(.arbiters, arbiterRecords)

    var citationRecords: [CitationRecord] = []
    for (rule, place) in zip(citations.ids, citationRows) {
      citationRecords.append(
        CitationRecord(
          rule: writer.string(rule), document: writer.string(place.document),
          section: writer.string(place.section)))
    }
    writer.add(.citations, citationRecords)
    writer.add(.conditions, conditions)
    writer.add(.citationLists, lists)
  }
}

extension Array {
  /// Sorted by a key; equal elements keep their order.
  func stableSorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
    enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}
