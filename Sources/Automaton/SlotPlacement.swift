/// Finds room for the children of each state of a double array.
///
/// Free slots form a doubly linked list, and each base is given to one state only.
struct SlotPlacement {
  private let alphabetSize: Int
  /// Next and previous free slot; slot 0 is the root and the list's head.
  private var nextFree: [Int32] = [0]
  private var previousFree: [Int32] = [0]
  private var isUsed: [Bool] = [true]
  private var isBase: [Bool] = [true]
  private var last = 0
  /// Where to begin looking, moved on when the slots before it are all but full.
  private var cursor = 0

  /// After so many free slots tried in vain the search goes to fresh ground.
  private static let patience = 4096

  init(alphabetSize: Int) { self.alphabetSize = alphabetSize }

  /// Reserves a base such that `base + code` is free for all of `codes` (ascending), and takes
  /// those slots. A base is at least 1.
  mutating func place(_ codes: [UInt16]) -> Int {
    let base = findBase(codes)
    grow(to: base + alphabetSize)
    isBase[base] = true
    for code in codes { take(base + Int(code)) }
    return base
  }

  /// Number of slots in use; behind it lies room for vacant slots only.
  mutating func seal() -> Int { isUsed.lastIndex(of: true)! + 1 }

  private mutating func findBase(_ codes: [UInt16]) -> Int {
    let first = Int(codes[0])
    var slot = Int(nextFree[cursor])
    var tries = 0
    while slot != 0 {
      let base = slot - first
      if base > 0, !(base < isBase.count && isBase[base]), fits(base, codes) {
        return base
      }
      tries += 1
      if tries == Self.patience {
        // The ground so far is nearly full: later searches begin here.
        cursor = slot
        break
      }
      slot = Int(nextFree[slot])
    }
    var base = max(1, isUsed.count - first)
    while base < isBase.count, isBase[base] { base += 1 }
    while !fits(base, codes) { base += 1 }
    return base
  }

  private func fits(_ base: Int, _ codes: [UInt16]) -> Bool {
    for code in codes {
      let slot = base + Int(code)
      if slot < isUsed.count, isUsed[slot] { return false }
    }
    return true
  }

  private mutating func grow(to count: Int) {
    while isUsed.count < count {
      let slot = isUsed.count
      isUsed.append(false)
      isBase.append(false)
      nextFree.append(0)
      previousFree.append(Int32(last))
      nextFree[last] = Int32(slot)
      last = slot
    }
  }

  private mutating func take(_ slot: Int) {
    isUsed[slot] = true
    let next = Int(nextFree[slot])
    let previous = Int(previousFree[slot])
    nextFree[previous] = Int32(next)
    if next != 0 { previousFree[next] = Int32(previous) } else { last = previous }
    if cursor == slot { cursor = previous }
  }
}
