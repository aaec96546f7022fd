/// The pairs that canonical composition joins and that folded text can contain. Hangul is left to
/// arithmetic.
struct CompositionPairs {
  struct Pair {
    let key: UInt64
    let composed: UInt32
  }

  /// Ascending by key: first << 32 | second.
  let pairs: [Pair]
  /// Whatever can be the second of a pair, Hangul vowels and trailing consonants included.
  let seconds: Set<UInt32>

  init(icu: ICU) {
    var pairs: [Pair] = []
    var seconds = Set<UInt32>(0x1161...0x1175)
    seconds.formUnion(0x11A8...0x11C2)
    for scalar in ICU.characters
    where !(0xAC00...0xD7A3 ~= scalar) {
      guard let (first, second) = icu.compositionPair(scalar) else { continue }
      guard icu.casefold(first) == [first], icu.casefold(second) == [second] else { continue }
      pairs.append(Pair(key: UInt64(first) << 32 | UInt64(second), composed: scalar))
      seconds.insert(second)
    }
    self.pairs = pairs.sorted { $0.key < $1.key }
    self.seconds = seconds
  }
}
