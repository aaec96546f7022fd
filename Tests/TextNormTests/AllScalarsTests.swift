import CTextNorm
import Testing
import TextNorm

@Suite("Every scalar value") struct AllScalarsTests {
  let table: FoldTable
  let reference: ReferenceFold

  init() throws {
    table = try Composed.table()
    reference = try ReferenceFold()
  }

  @Test("folds as ICU composed step by step, once and again; no row of NFKC_Casefold is missed")
  func likeReference() {
    var count = 0
    var casefoldRows = 0
    var wrong: [UInt32] = []
    var unstable: [UInt32] = []
    forEachScalar { c in
      count += 1
      let folded = table.foldedScalar(Unicode.Scalar(c)!)
      if let casefolded = reference.changedByCasefold(c) {
        casefoldRows += 1
        if !folded.elementsEqual(casefolded.map(reference.variant)) { wrong.append(c) }
      } else if folded.count != 1 || folded[0] != reference.variant(c) {
        wrong.append(c)
      }
      if folded.count == 1, folded[0] == c { return }
      if table.folded(Array(folded)).map(\.scalar) != Array(folded) { unstable.append(c) }
    }
    #expect(count == 1_112_064)
    #expect(wrong.isEmpty)
    #expect(unstable.isEmpty)
    if ctn_unicode_version() == 15 << 16 { #expect(casefoldRows == 10_491) }
  }

  @Test("the direct map, simpleFold, isFollower and the slow path agree")
  func directMap() {
    let care = UInt32(FoldTable.careMarker)
    var wrong: [UInt32] = []
    for c in UInt32(0)..<0x11_0000 {
      let simple = table.simpleFold(c)
      if c < 0x1_0000, unsafe UInt32(table.bmp[Int(c)]) != simple { wrong.append(c) }
      guard let scalar = Unicode.Scalar(c) else {
        if simple != care || table.isFollower(c) { wrong.append(c) }
        continue
      }
      let follower = !ctn_has_boundary_before(c)
      if table.isFollower(c) != follower || (follower && simple != care) { wrong.append(c) }
      if simple == c, ctn_is_inert(c) { continue }
      let folded = table.foldedScalar(scalar)
      if simple != care, folded.count != 1 || folded[0] != simple { wrong.append(c) }
    }
    #expect(wrong.isEmpty)
    #expect(table.simpleFold(0x11_0000) == care)
    #expect(table.simpleFold(.max) == care)
    #expect(!table.isFollower(.max))
  }
}
