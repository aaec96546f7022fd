import Testing
import TextNorm
import TextNormICU

@Suite("Composer") struct ComposerTests {
  @Test("the same lists give the same bytes")
  func deterministic() throws {
    let composer = FoldComposer(
      equivalents: try pairs(equivalentsPath), overlay: try pairs(overlayPath))
    #expect(try composer.compose() == Composed.bytes.get())
  }

  @Test("the lists are sorted, their targets settled")
  func lists() throws {
    let table = try Composed.table()
    for path in [equivalentsPath, overlayPath] {
      let rows = try pairs(path)
      for (row, next) in zip(rows, rows.dropFirst()) {
        #expect(row.0 < next.0, "\(path): \(next.0) stands behind \(row.0)")
      }
      for row in rows {
        #expect(
          Array(table.foldedScalar(row.0)) == Array(table.foldedScalar(row.1)), "\(path): \(row)")
      }
    }
  }

  @Test("all bad rows are named at once, with the mend")
  func problems() {
    let composer = FoldComposer(
      equivalents: [("⼀", "一")],
      overlay: [
        ("苎", "苎"), ("嶽", "岳"), ("嶽", "丘"), ("Ａ", "甲"), ("峯", "①"),
        ("枱", "柺"), ("柺", "枱"),
      ])
    let error = #expect(throws: FoldComposerError.self) { try composer.compose() }
    let problems = error?.problems ?? []
    #expect(problems.map(\.row) == [0, 2, 3, 4, 5])
    #expect(problems.map(\.list) == [.equivalents, .overlay, .overlay, .overlay, .overlay])
    let mends = [
      "delete the row", "overlay row 1", "delete the row", "write 1 (U+0031)", "both sides",
    ]
    for (problem, mend) in zip(problems, mends) { #expect(problem.message.contains(mend)) }
  }

  @Test("circles are found, ICU's own too")
  func circles() {
    let circle = FoldComposer(
      equivalents: [], overlay: [("苎", "苎"), ("苧", "苧"), ("枱", "柺"), ("柺", "枱")])
    let error = #expect(throws: FoldComposerError.self) { try circle.compose() }
    #expect(error?.problems.allSatisfy { $0.message.contains("circle") } == true)
    let bare = #expect(throws: FoldComposerError.self) {
      try FoldComposer(equivalents: [], overlay: []).compose()
    }
    #expect(bare?.problems.contains { $0.list == .icu && $0.message.contains("苎") } == true)
  }
}
