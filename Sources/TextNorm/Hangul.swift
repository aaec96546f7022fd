/// Hangul syllables compose by arithmetic (Unicode, section 3.12) and need no table.
enum Hangul {
  private static let syllables: UInt32 = 0xAC00
  private static let leads: UInt32 = 0x1100
  private static let vowels: UInt32 = 0x1161
  private static let trails: UInt32 = 0x11A7
  private static let leadCount: UInt32 = 19
  private static let vowelCount: UInt32 = 21
  private static let trailCount: UInt32 = 28

  /// 가 from ᄀ and ᅡ, 각 from 가 and ᆨ.
  static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let lead = first &- leads
    let vowel = second &- vowels
    if lead < leadCount, vowel < vowelCount {
      return syllables + (lead * vowelCount + vowel) * trailCount
    }
    let syllable = first &- syllables
    let trail = second &- trails
    if syllable < leadCount * vowelCount * trailCount, syllable % trailCount == 0,
      trail > 0, trail < trailCount
    {
      return first + trail
    }
    return nil
  }
}
