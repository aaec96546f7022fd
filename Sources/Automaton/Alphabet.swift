public import Pack
public import TextNorm

/// The dense alphabet of a pack: every folded character that occurs in some pattern has a small
/// code, all others share one.
///
/// The fold is built in: one table leads from a source code point of the BMP straight to the
/// dense code of its folded form.
public struct Alphabet: Sendable {
  /// A character that no pattern contains.
  public static let other: UInt16 = 0
  /// Punctuation that ends a clause.
  public static let clauseBreak: UInt16 = 1
  /// Punctuation that ends a sentence.
  public static let sentenceBreak: UInt16 = 2
  /// The first code that stands for a character.
  public static let firstLetter: UInt16 = 3
  /// White space: leaves no code, so that patterns match across it, but ends a clause.
  public static let space: UInt16 = 0xFFFD
  /// A character that leaves no trace at all.
  public static let ignored: UInt16 = 0xFFFE
  /// Not one code point to one: take the careful path.
  public static let careful: UInt16 = 0xFFFF

  /// BMP code point → dense code or one of the marks above; 65,536 entries.
  public let codes: Table<UInt16>
  /// The same for supplementary code points, sorted by scalar.
  public let astral: Table<AstralCode>
  public let fold: FoldTable

  public init(codes: Table<UInt16>, astral: Table<AstralCode>, fold: FoldTable) {
    precondition(codes.count == 0x10000, "the code table must cover the BMP")
    self.codes = codes
    self.astral = astral
    self.fold = fold
  }

  /// The dense code of a scalar that is already folded. O(1), O(log n) beyond the BMP.
  public func code(ofFolded scalar: UInt32) -> UInt16 {
    let code = scalar < 0x10000 ? codes[Int(scalar)] : astralCode(scalar)
    return code == Self.careful ? Self.other : code
  }

  /// One more than the greatest code that a text may get. O(code points).
  public var size: Int {
    var greatest = Self.sentenceBreak
    for index in codes.indices where codes[index] < Self.space {
      greatest = max(greatest, codes[index])
    }
    for index in astral.indices { greatest = max(greatest, astral[index].code) }
    return Int(greatest) + 1
  }

  func astralCode(_ scalar: UInt32) -> UInt16 {
    var low = 0
    var high = astral.count
    while low < high {
      let middle = (low + high) / 2
      if astral[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < astral.count, astral[low].scalar == scalar else { return Self.other }
    return astral[low].code
  }
}

/// One supplementary code point with its dense code.
@frozen
public struct AstralCode: BitwiseCopyable, Sendable {
  public var scalar: UInt32
  public var code: UInt16
  public var reserved: UInt16 = 0

  public init(scalar: UInt32, code: UInt16) {
    self.scalar = scalar
    self.code = code
  }
}
