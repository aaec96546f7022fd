public import Pack

/// How large an administrative division is, the largest first.
@frozen
public enum AdministrativeLevel: UInt32, BitwiseCopyable, Sendable, CaseIterable {
  case province, city, county, township, village

  /// The name in tables and JSON.
  public var name: String {
    switch self {
    case .province: "province"
    case .city: "city"
    case .county: "county"
    case .township: "township"
    case .village: "village"
    }
  }
}

/// A division down to townships: villages have no record.
///
/// All divisions are ranked in the order of the source table, each behind the one it lies in. So what
/// lies in an area has the ranks `rank + 1..<end`, and a rank that no area has is a village's.
public struct AreaRecord: BitwiseCopyable, Sendable {
  public var rank: UInt32
  /// The rank behind all that lies in it.
  public var end: UInt32
  /// Index of the area it lies in, itself for a province.
  public var parent: UInt32
  /// Number of the first county in it; of a township, number of the county it lies in.
  public var county: UInt32
  /// The official code as a number, 0 if it has none.
  public var code: UInt32
  /// A number, since an enumeration would leave bytes of the record undefined.
  var levelNumber: UInt32
  public var name: StringRef

  public init(
    rank: UInt32, end: UInt32, parent: UInt32, county: UInt32, code: UInt32,
    level: AdministrativeLevel, name: StringRef
  ) {
    self.rank = rank
    self.end = end
    self.parent = parent
    self.county = county
    self.code = code
    levelNumber = level.rawValue
    self.name = name
  }

  public var level: AdministrativeLevel { AdministrativeLevel(rawValue: levelNumber) ?? .township }
}
