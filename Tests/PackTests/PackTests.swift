import Pack
import Testing

/// A record as a pack might hold it.
private struct Record: BitwiseCopyable, Equatable {
  var name: StringRef
  var number: UInt32
}

private func sample() -> [UInt8] {
  var writer = ImageWriter(id: "sample", effectiveFrom: 17_713, effectiveTo: .max)
  let first = Record(name: writer.string("城口县"), number: 1)
  let second = Record(name: writer.string("县公安局"), number: 2)
  writer.add(.units, [first, second])
  writer.add(.codes, [UInt16](1...9))
  return writer.finish()
}

@Suite struct PackTests {
  @Test func whatIsWrittenCanBeRead() throws {
    let image = try PackImage(bytes: sample())
    #expect(image.id == "sample")
    #expect(image.effectiveFrom == 17_713)
    #expect(image.effectiveTo == .max)
    let units = try image.table(.units, of: Record.self)
    let strings = try image.strings()
    #expect(units.count == 2)
    #expect(strings[units[1].name] == "县公安局")
    #expect(try image.table(.codes, of: UInt16.self)[8] == 9)
  }

  @Test func writingIsDeterministic() {
    #expect(sample() == sample())
  }

  @Test func aTableOfTheWrongTypeIsRefused() throws {
    let image = try PackImage(bytes: sample())
    #expect(throws: PackError.self) { try image.table(.units, of: UInt64.self) }
    #expect(throws: PackError.self) { try image.table(.levels, of: UInt64.self) }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = sample()
    for length in 0..<bytes.count {
      #expect(throws: PackError.self, "cut to \(length)") {
        try PackImage(bytes: Array(bytes[..<length]))
      }
    }
  }

  @Test func everyFlippedBitIsRefused() {
    let bytes = sample()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << (index % 8)
      #expect(throws: PackError.self, "byte \(index)") { try PackImage(bytes: damaged) }
    }
  }

  @Test func errorsSayWhatToDo() throws {
    func message(_ bytes: [UInt8]) -> String {
      do {
        _ = try PackImage(bytes: bytes)
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    var other = sample()
    other[16] = 99
    #expect(message(other).contains("format version 99"))
    #expect(message([]).contains("cut short"))
    #expect(message([UInt8](repeating: 7, count: 200)).contains("not a fenliu pack"))
    #expect(throws: PackError.self) { try PackImage(path: "/nonexistent/x.pack") }
  }
}

@Suite struct BufferTests {
  @Test func growsAndKeepsItsElements() {
    var buffer = Buffer<UInt32>(capacity: 1)
    for value in 0..<1000 { buffer.append(UInt32(value)) }
    // `#expect` would copy a buffer, so its elements are looked at through a table.
    var table = buffer.table
    #expect(table.count == 1000)
    #expect(table[0] == 0)
    #expect(table[999] == 999)
    buffer.removeAll()
    table = buffer.table
    #expect(table.count == 0)
    buffer.fill(count: 5000, with: 7)
    table = buffer.table
    #expect(table[4999] == 7)
    #expect(table[10..<20].count == 10)
  }
}
