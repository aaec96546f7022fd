public import Pack
import TextNorm

extension Alphabet {
  /// Reads the alphabet of a pack in place.
  public init(image: PackImage) throws(PackError) {
    let codes = try image.table(.codes, of: UInt16.self)
    guard codes.count == 0x10000 else { throw image.malformed(.codes) }
    let bytes = try image.table(.foldTable, of: UInt8.self)
    do {
      let fold = try unsafe FoldTable(
        validating: UnsafeRawBufferPointer(start: bytes.pointer, count: bytes.count))
      self.init(codes: codes, astral: try image.table(.astralCodes), fold: fold)
    } catch {
      throw image.malformed(.foldTable)
    }
  }
}
