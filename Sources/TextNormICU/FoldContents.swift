import TextNorm

/// A fold table being filled, and how it becomes bytes. Everything starts as “folds to itself”.
struct FoldContents {
  private let icuVersion: UInt32
  private let unicodeVersion: UInt32
  private var direct: [UInt16]
  private var entries: [UInt32]
  private var pool: [UInt32] = []
  private var offsets: [[UInt32]: Int] = [:]
  private var longest = 0
  private var longestFollower = 0
  /// Ascending by key.
  var pairs: [CompositionPairs.Pair] = []

  init(icuVersion: UInt32, unicodeVersion: UInt32) {
    self.icuVersion = icuVersion
    self.unicodeVersion = unicodeVersion
    direct = Array(repeating: FoldTable.careMarker, count: FoldFormat.directCount)
    entries = Array(repeating: 0, count: 0x11_0000)
  }

  /// `scalar` folds to one scalar whatever stands before it. Says nothing outside of the BMP: where
  /// `isSimple` isn't true afterwards, a sequence has to say it.
  mutating func setSimple(_ scalar: UInt32, _ fold: UInt32) {
    if scalar < 0x1_0000, fold < 0x1_0000 { direct[Int(scalar)] = UInt16(fold) }
  }

  /// True if a scalar without a sequence folds to `fold`.
  func isSimple(_ scalar: UInt32, _ fold: UInt32) -> Bool {
    scalar < 0x1_0000 ? UInt32(direct[Int(scalar)]) == fold : scalar == fold
  }

  mutating func setSequence(_ scalar: UInt32, follower: Bool, _ items: [FoldItem]) {
    let bits = items.map(\.bits)
    let offset: Int
    if let known = offsets[bits] {
      offset = known
    } else {
      offset = pool.count
      pool += bits
      offsets[bits] = offset
    }
    if follower { longestFollower = max(longestFollower, bits.count) }
    longest = max(longest, bits.count)
    guard bits.count <= FoldFormat.longestSequence else { return }
    entries[Int(scalar)] = FoldEntry(follower: follower, offset: offset, length: bits.count).bits
  }

  /// The table as bytes.
  /// - Throws: if this ICU's Unicode needs longer sequences than the format has room for.
  func serialized() throws(FoldComposerError) -> [UInt8] {
    guard longest <= FoldFormat.longestSequence, longestFollower <= FoldFormat.longestFollower
    else {
      throw FoldComposerError(problems: [
        .init(
          list: .icu, row: nil,
          message:
            "this ICU folds a character to \(longest) scalars, a mark to \(longestFollower); "
            + "enlarge FoldFormat.longestSequence, .longestFollower and SegmentBuffer")
      ])
    }
    let (index, blocks) = blocked()
    var header = [UInt32](repeating: 0, count: FoldFormat.headerBytes / 4)
    var body = ByteWriter(startingAt: FoldFormat.headerBytes)
    header[.magicLow] = UInt32(truncatingIfNeeded: FoldFormat.magic)
    header[.magicHigh] = UInt32(truncatingIfNeeded: FoldFormat.magic >> 32)
    header[.version] = FoldFormat.version
    header[.icuVersion] = icuVersion
    header[.unicodeVersion] = unicodeVersion
    header[.directOffset] = body.section(direct)
    header[.indexOffset] = body.section(index)
    header[.blocksOffset] = body.section(blocks)
    header[.blockCount] = UInt32(blocks.count / FoldFormat.blockSize)
    header[.poolOffset] = body.section(pool)
    header[.poolCount] = UInt32(pool.count)
    header[.pairKeysOffset] = body.section(pairs.map(\.key))
    header[.pairCount] = UInt32(pairs.count)
    header[.pairValuesOffset] = body.section(pairs.map(\.composed))
    header[.byteCount] = UInt32(FoldFormat.headerBytes + body.bytes.count)
    var image = ByteWriter(startingAt: 0)
    _ = image.section(header)
    return image.bytes + body.bytes
  }

  /// Cuts the entries into blocks and keeps one of those that are equal.
  private func blocked() -> (index: [UInt16], blocks: [UInt32]) {
    var numbers: [ArraySlice<UInt32>: UInt16] = [:]
    var index: [UInt16] = []
    var blocks: [UInt32] = []
    for start in stride(from: 0, to: entries.count, by: FoldFormat.blockSize) {
      let block = entries[start..<start + FoldFormat.blockSize]
      if let number = numbers[block] {
        index.append(number)
      } else {
        let number = UInt16(numbers.count)
        numbers[block] = number
        index.append(number)
        blocks += block
      }
    }
    return (index, blocks)
  }
}

extension [UInt32] {
  fileprivate subscript(field: FoldFormat.Field) -> UInt32 {
    get { self[field.rawValue] }
    set { self[field.rawValue] = newValue }
  }
}
