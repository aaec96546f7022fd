import Pack

/// The weights of 64 categories, a byte each: one line of the cache.
///
/// Bytes hold the weight plus 128, so that a sum needs no signs: the even bytes and the odd ones
/// are added as 16-bit lanes, and 128 a row is taken off at the end.
@frozen
public struct MinedBlock: BitwiseCopyable, Sendable {
  public static let width = 64
  /// Greatest weight either way.
  public static let greatest = 127
  static let offset = 128

  /// Byte `i % 8` of word `i / 8`, the lowest first: byte `i` in memory.
  var words: InlineArray<8, UInt64>

  /// All weights 0.
  public init() { words = InlineArray(repeating: 0x8080_8080_8080_8080) }

  /// Blocks that hold a weight for each category, at least one.
  public static func count(forCategories count: Int) -> Int { max((count + width - 1) / width, 1) }

  /// The weight at a place of the block.
  ///
  /// - Precondition: a new weight lies within ±`greatest`.
  public subscript(index: Int) -> Int {
    get { Int(words[index / 8] >> UInt64(index % 8 * 8) & 0xFF) - Self.offset }
    set {
      precondition(abs(newValue) <= Self.greatest, "the weight fits a byte")
      let shift = UInt64(index % 8 * 8)
      words[index / 8] =
        words[index / 8] & ~(0xFF << shift) | UInt64(newValue + Self.offset) << shift
    }
  }
}

extension Table<MinedBlock> {
  /// The blocks' bytes, in the order of the categories.
  var bytes: Table<UInt8> {
    unsafe Table<UInt8>(
      base: UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self),
      count: count * MinedBlock.width)
  }
}

/// Sums blocks.
struct MinedSum {
  /// More rows than this might overflow a lane.
  static let greatestCount = 256
  private static let lanes: UInt64 = 0x00FF_00FF_00FF_00FF

  private var even = InlineArray<8, UInt64>(repeating: 0)
  private var odd = InlineArray<8, UInt64>(repeating: 0)

  @inline(__always)
  mutating func add(_ block: MinedBlock) {
    for index in 0..<8 {
      even[index] &+= block.words[index] & Self.lanes
      odd[index] &+= (block.words[index] &>> 8) & Self.lanes
    }
  }

  /// Adds what `count` blocks came to, to 64 sums from `first` on.
  func addWeights(of count: Int, to sums: inout Buffer<Int32>, from first: Int) {
    let offset = Int32(truncatingIfNeeded: count &* MinedBlock.offset)
    precondition(first >= 0 && first &+ MinedBlock.width <= sums.count, "room for a block")
    for word in 0..<8 {
      for lane in 0..<4 {
        let place = first &+ 8 &* word &+ 2 &* lane
        let shift = UInt64(truncatingIfNeeded: 16 &* lane)
        let even = UInt16(truncatingIfNeeded: even[word] &>> shift)
        let odd = UInt16(truncatingIfNeeded: odd[word] &>> shift)
        unsafe sums[unchecked: place] &+= Int32(even) &- offset
        unsafe sums[unchecked: place &+ 1] &+= Int32(odd) &- offset
      }
    }
  }
}
