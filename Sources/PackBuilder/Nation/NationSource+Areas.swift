import Jurisdiction
import Pack

extension NationSource {
  /// Writes the areas, and where to look for the one that a rank lies in.
  func compileAreas(into writer: inout ImageWriter) {
    var records: [AreaRecord] = []
    var counties: [UInt32] = []
    for (index, area) in areas.enumerated() {
      let county = area.level == .township ? counties.count - 1 : counties.count
      if area.level == .county { counties.append(UInt32(index)) }
      records.append(
        AreaRecord(
          rank: UInt32(area.rank), end: UInt32(area.end), parent: UInt32(area.parent),
          county: UInt32(county), code: area.code, level: area.level,
          name: writer.string(area.name)))
    }
    writer.add(.nationAreas, records)
    writer.add(.nationCounties, counties)

    var blocks: [UInt32] = []
    var area = 0
    for rank in stride(from: 0, through: placeCount, by: NationalGazetteer.blockSize) {
      while area + 1 < areas.count, areas[area + 1].rank <= rank { area += 1 }
      blocks.append(UInt32(area))
    }
    writer.add(.nationBlocks, blocks)
  }
}
