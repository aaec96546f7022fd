import Pack

/// What JSON says of a plan's rows: the same in every call, so it is written once, when the pack is
/// opened, and copied from then on. It is half of a line.
final class PlanJSON: Sendable {
  private let bytes: Buffer<UInt8>
  /// Where the texts end, in the order of the tables below; each begins where the last one ends.
  private let ends: [Int]
  private let firstChannel: Int
  private let firstTerms: Int
  private let firstBasis: Int
  /// The pack's id and digest, as the first fields of a line.
  private let packEnd: Int

  /// O(rows).
  init(_ plan: Plan, _ image: PackImage) {
    var writer = JSONWriter()
    writer.field("pack", image.id)
    writer.field("pack_digest", image.digestText)
    packEnd = writer.bytes.count
    let strings = plan.strings
    var ends: [Int] = []
    firstChannel = plan.citations.count
    firstTerms = firstChannel + plan.channels.count
    firstBasis = firstTerms + plan.obligations.count
    for index in plan.citations.indices {
      writer.beginAnew()
      writer.citation(plan.citations[index], strings)
      ends.append(writer.bytes.count)
    }
    for index in plan.channels.indices {
      writer.beginAnew()
      writer.channel(plan.channels[index], strings)
      ends.append(writer.bytes.count)
    }
    for index in plan.obligations.indices {
      writer.beginAnew()
      writer.terms(of: plan.obligations[index], strings)
      ends.append(writer.bytes.count)
    }
    for index in plan.obligations.indices {
      writer.beginAnew()
      writer.field("basis", strings.utf8(plan.obligations[index].rule))
      ends.append(writer.bytes.count)
    }
    self.ends = ends
    bytes = writer.finish()
  }

  var pack: Table<UInt8> { bytes.table[0..<packEnd] }

  func citation(_ row: Int) -> Table<UInt8> { text(row) }
  func channel(_ row: Int) -> Table<UInt8> { text(firstChannel + row) }
  /// From action to condition.
  func terms(ofObligation row: Int) -> Table<UInt8> { text(firstTerms + row) }
  func basis(ofObligation row: Int) -> Table<UInt8> { text(firstBasis + row) }

  private func text(_ index: Int) -> Table<UInt8> {
    bytes.table[(index == 0 ? packEnd : ends[index - 1])..<ends[index]]
  }
}

extension JSONWriter {
  fileprivate mutating func channel(_ channel: ChannelRecord, _ strings: StringTable) {
    self.channel(
      id: strings.utf8(channel.id), name: strings.utf8(channel.name),
      kind: strings.utf8(channel.kind), number: strings.optional(channel.number))
  }

  fileprivate mutating func citation(_ item: CitationRecord, _ strings: StringTable) {
    citation(
      rule: strings.utf8(item.rule), document: strings.utf8(item.document),
      section: strings.utf8(item.section))
  }

  fileprivate mutating func terms(of row: ObligationRecord, _ strings: StringTable) {
    terms(
      action: strings.utf8(row.action), within: strings.optional(row.within),
      from: strings.utf8(row.from), condition: strings.optional(row.condition))
  }
}

extension StringTable {
  /// Nil where the pack has an empty text.
  fileprivate func optional(_ ref: StringRef) -> Table<UInt8>? {
    ref.length == 0 ? nil : utf8(ref)
  }
}
