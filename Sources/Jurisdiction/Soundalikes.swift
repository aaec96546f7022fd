import Automaton
import Pack

/// The names of the own county as sequences of sounds.
///
/// A sound is a set of readings that callers and speech recognition do not tell apart, as one code;
/// characters with several readings have a code for the set of them. The characters that names end
/// with (镇, 村) have codes of their own, so that they count only as written.
struct Soundalikes: Sendable {
  /// Dense code → sound; breaks and unknown characters stay what they are.
  let sounds: Table<UInt16>
  let matcher: Matcher
  let names: Table<SoundName>
  /// Dense codes of the names without their generic part, see `SoundName.firstSpelling`.
  let spellings: Table<UInt16>
  /// Packed ordinary words that sound like a name, ascending: no bare name.
  let words: Table<UInt64>
  /// Packed words that often stand before 镇 or 村 (我们村), ascending: no name at all.
  let modifiers: Table<UInt64>

  /// Reads the tables in place. O(alphabet).
  init(image: PackImage) throws(PackError) {
    sounds = try image.table(.sounds)
    var alphabetSize = 0
    for index in sounds.indices { alphabetSize = max(alphabetSize, Int(sounds[index]) + 1) }
    matcher = try Matcher(image: image, .sounds, alphabetSize: alphabetSize)
    names = try image.table(.soundNames)
    spellings = try image.table(.soundSpellings)
    words = try image.table(.soundWords)
    modifiers = try image.table(.soundModifiers)
  }

  /// How many characters at `start` are those of one of the name's spellings, at best.
  func agreement(_ name: SoundName, _ codes: Table<UInt16>, at start: Int) -> Int {
    let length = Int(name.stemLength)
    var best = 0
    var spelling = Int(name.firstSpelling)
    for _ in 0..<name.spellingCount {
      var same = 0
      for offset in 0..<length where spellings[spelling + offset] == codes[start + offset] {
        same += 1
      }
      best = max(best, same)
      spelling += length
    }
    return best
  }

  /// Up to four codes as one number, 0 for more. Two words differ if their numbers do.
  static func packed(_ codes: Table<UInt16>) -> UInt64 {
    guard codes.count <= 4 else { return 0 }
    var number: UInt64 = 0
    for index in codes.indices { number = number << 16 | UInt64(codes[index]) }
    return number
  }

  /// True if an ascending list holds `number`. O(log n).
  static func holds(_ list: Table<UInt64>, _ number: UInt64) -> Bool {
    let index = list.partitioningIndex { $0 >= number }
    return index < list.count && list[index] == number
  }
}

/// A sequence of sounds: which names have it, and how they may be read.
@frozen
public struct SoundName: BitwiseCopyable, Sendable {
  /// How much of the name is written as it should be. Raw values are added to `firstPattern`.
  @frozen
  public enum Likeness: UInt8, BitwiseCopyable, Sendable, CaseIterable {
    /// Two characters, both others.
    case faint
    /// Of two characters one agrees, or there are three.
    case fair
    /// There are three, and most agree.
    case strong
  }

  /// Where the spellings begin; each is `stemLength` codes long.
  public var firstSpelling: UInt32
  /// The pattern whose forms hold if the likeness is `faint`; the next two are for the others.
  public var firstPattern: UInt32
  public var spellingCount: UInt16
  /// Length of the name without its generic part.
  public var stemLength: UInt8
  /// What the name ends with.
  public var ending: Ending

  @frozen
  public enum Ending: UInt8, BitwiseCopyable, Sendable {
    /// Nothing: 高观.
    case bare
    /// 镇, 乡, 街道.
    case township
    /// 村, 社区.
    case village
  }

  public init(
    firstSpelling: UInt32, spellingCount: UInt16, stemLength: UInt8, ending: Ending,
    firstPattern: UInt32
  ) {
    self.firstSpelling = firstSpelling
    self.firstPattern = firstPattern
    self.spellingCount = spellingCount
    self.stemLength = stemLength
    self.ending = ending
  }
}
