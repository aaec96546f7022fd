import Automaton

/// Gives each set of sounds that some character has a code.
///
/// A character that names end with (镇) has a code of its own besides its sounds: it matches as
/// itself, and as a sound in the middle of a name.
struct SoundClasses {
  /// Dense code → sound; 0 for what has none, breaks stay what they are.
  let sounds: [UInt16]
  /// One more than the greatest sound.
  let size: Int
  /// Dense code → readings, the commonest first.
  private let readings: [[String]]
  /// Reading → all sounds that have it, those with fewer readings first.
  private var soundsByReading: [String: [UInt16]] = [:]

  /// - Parameters:
  ///   - letters: the folded characters in the order of their dense codes.
  ///   - endings: characters that count only as written.
  init(letters: [UInt32], endings: Set<UInt32>, _ source: SoundSource) {
    let own = letters.map { value -> [String] in
      guard let scalar = Unicode.Scalar(value), scalar.properties.isIdeographic else { return [] }
      return source.sounds(of: scalar)
    }
    let keys = zip(letters, own).map { value, readings in
      endings.contains(value) ? readings.sorted() + ["=\(value)"] : readings.sorted()
    }
    let distinct = Set(keys).subtracting([[]])
      .sorted { ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " ")) }
    var codes: [[String]: UInt16] = [:]
    for (index, key) in distinct.enumerated() {
      let code = Alphabet.firstLetter + UInt16(index)
      codes[key] = code
      for reading in key { soundsByReading[reading, default: []].append(code) }
    }
    sounds =
      [Alphabet.other, Alphabet.clauseBreak, Alphabet.sentenceBreak]
      + keys.map { codes[$0] ?? Alphabet.other }
    readings = [[], [], []] + own
    size = Int(Alphabet.firstLetter) + distinct.count
  }

  /// The sequences of sounds that may stand for a name, likeliest first, at most `limit`.
  ///
  /// - Parameters:
  ///   - stem: dense codes of the part that may be misheard.
  ///   - ending: dense codes of the part that counts only as written.
  /// - Returns: nothing if a character has no sound.
  func variants(stem: [UInt16], ending: [UInt16], limit: Int) -> [[UInt16]] {
    var partial: [(rank: Int, codes: [UInt16])] = [(0, [])]
    for code in stem {
      let options = options(for: code)
      if options.isEmpty { return [] }
      partial = partial.flatMap { head in
        options.enumerated().map { (head.rank + $0.offset, head.codes + [$0.element]) }
      }
      // Later characters only add to the rank: what is beyond the limit here stays beyond it.
      partial.sort {
        $0.rank != $1.rank ? $0.rank < $1.rank : $0.codes.lexicographicallyPrecedes($1.codes)
      }
      partial = Array(partial.prefix(limit))
    }
    let tail = ending.map { sounds[Int($0)] }
    return partial.map { $0.codes + tail }
  }

  /// Sounds that share a reading with the character: its own, then those of each reading alone,
  /// then those of several.
  private func options(for code: UInt16) -> [UInt16] {
    let own = sounds[Int(code)]
    guard own >= Alphabet.firstLetter else { return [] }
    let shared = readings[Int(code)].map { soundsByReading[$0] ?? [] }
    var list = [own]
    for sound in shared.compactMap(\.first) + shared.flatMap(\.self) where !list.contains(sound) {
      list.append(sound)
    }
    return list
  }
}
