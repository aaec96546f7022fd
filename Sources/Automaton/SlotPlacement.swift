/// Finds room for the children of each state of a double array.
///
/// Free slots and free bases are bitmaps, so that 64 bases are tried at once: a base fits if the slot
/// of every child behind it is free, an AND of one word for each child. Each base is given to one
/// state only. Place large families first: small ones fill the gaps.
struct SlotPlacement {
  private let alphabetSize: Int
  /// A bit for each slot, 1 if it is free. Slots beyond are free.
  private var free: [UInt64] = [~1]
  /// A bit for each base, 1 if no state has it. 0 is no base.
  private var unclaimed: [UInt64] = [~1]
  /// For each size of a family, in powers of two: the word where to begin looking.
  private var cursors = [Int](repeating: 0, count: 33)
  private var last = 0

  /// After so many words without room, families of the same size don't look there again.
  private static let patience = 64

  /// - Parameters:
  ///   - alphabetSize: one more than the greatest code.
  init(alphabetSize: Int) { self.alphabetSize = alphabetSize }

  /// Reserves a base such that `base + code` is free for all of `codes` (ascending, not empty), and
  /// takes those slots. A base is at least 1.
  mutating func place(_ codes: some RandomAccessCollection<UInt16>) -> Int {
    let size = UInt32.bitWidth - UInt32(truncatingIfNeeded: codes.count).leadingZeroBitCount
    let start = cursors[size]
    var word = start
    while true {
      let fitting = bases(inWord: word, for: codes)
      if fitting != 0 {
        if word - start > Self.patience { cursors[size] = word }
        let base = word * 64 + fitting.trailingZeroBitCount
        take(base, codes)
        return base
      }
      word += 1
    }
  }

  /// Number of slots up to the last in use.
  var count: Int { last + 1 }

  /// The bases of a word that fit, as bits. O(number of codes) at most.
  @inline(__always)
  private func bases(
    inWord word: Int, for codes: some RandomAccessCollection<UInt16>
  ) -> UInt64 {
    var fitting = word < unclaimed.count ? unclaimed[word] : ~0
    for code in codes {
      if fitting == 0 { break }
      fitting &= freeSlots(from: word * 64 + Int(code))
    }
    return fitting
  }

  /// Which of the 64 slots from `slot` on are free.
  @inline(__always)
  private func freeSlots(from slot: Int) -> UInt64 {
    let word = slot >> 6
    let shift = UInt64(slot & 63)
    if word + 1 < free.count {
      return free[word] >> shift | free[word + 1] << (64 - shift)
    }
    let low = word < free.count ? free[word] : ~0
    return low >> shift | ~0 << (64 - shift)
  }

  private mutating func take(_ base: Int, _ codes: some RandomAccessCollection<UInt16>) {
    let end = (base + alphabetSize) >> 6 + 1
    if free.count < end {
      let more = end + end / 4
      free.append(contentsOf: repeatElement(~0, count: more - free.count))
      unclaimed.append(contentsOf: repeatElement(~0, count: more - unclaimed.count))
    }
    unclaimed[base >> 6] &= ~(1 << UInt64(base & 63))
    for code in codes {
      let slot = base + Int(code)
      free[slot >> 6] &= ~(1 << UInt64(slot & 63))
      last = max(last, slot)
    }
  }
}
