import CTextNorm
import TestSupport
import Testing
import TextNorm

@Suite("The table's bytes") struct ImageTests {
  let bytes: [UInt8]

  init() throws { bytes = try Composed.bytes.get() }

  @Test("are read in place, bytes behind them ignored")
  func inPlace() throws {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 100, alignment: 8)
    defer { unsafe memory.deallocate() }
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0xFF)
    unsafe memory.copyBytes(from: bytes)
    let table = unsafe try FoldTable(validating: UnsafeRawBufferPointer(memory))
    #expect(table.foldedString("ＡＢ㎡ 請") == "abm2 请")
    #expect(table.byteCount == bytes.count)
    #expect(table.icuVersion == ctn_icu_version())
    #expect(table.unicodeVersion == ctn_unicode_version())
    #expect(unsafe UnsafeRawPointer(table.bmp) > UnsafeRawPointer(memory.baseAddress!))
    #expect(throws: FoldTableError.self) {
      unsafe try FoldTable(validating: UnsafeRawBufferPointer(rebasing: memory[1...]))
    }
  }

  @Test("cut short or foreign ones are refused", arguments: [0, 1, 8, 63, 64, 1000, 200_000])
  func cut(_ length: Int) {
    #expect(throws: FoldTableError.self) { try FoldTable(copying: Array(bytes.prefix(length))) }
    #expect(throws: FoldTableError.self) {
      try FoldTable(copying: [UInt8](repeating: 0x41, count: length))
    }
    #expect(throws: FoldTableError.self) { try FoldTable(copying: bytes.dropLast()) }
  }

  @Test("of another format say so")
  func version() throws {
    var other = bytes
    other[8] = 99
    let error = #expect(throws: FoldTableError.self) { try FoldTable(copying: other) }
    #expect(error?.description.contains("format 99") == true)
  }

  @Test("damaged ones are refused or harmless: 150 of them")
  func damaged() {
    var random = RandomText(seed: 5)
    let sample = (0..<200).flatMap { _ in random.scalars() }
    for round in 0..<150 {
      var damaged = bytes
      for _ in 0..<random.number(1...3) {
        // Header, entries and sequences are the interesting parts; the direct map is the large one.
        let start = round % 3 == 0 ? 0 : round % 3 == 1 ? 0x2_0000 : 0x2_4000
        let end = round % 3 == 0 ? 63 : bytes.count - 1
        damaged[random.number(start...end)] = random.byte()
      }
      guard let table = try? FoldTable(copying: damaged) else { continue }
      for folded in table.folded(sample) {
        #expect(Unicode.Scalar(folded.scalar) != nil)
      }
    }
  }
}
