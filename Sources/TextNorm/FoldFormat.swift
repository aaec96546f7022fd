#if _endian(big)
  #error("A fold table is read in place as little-endian numbers; this machine is big-endian.")
#endif

/// The byte layout of a fold table, shared by its writer (`TextNormICU`) and its reader (`FoldImage`).
///
/// One block of bytes, aligned to 8, all numbers little-endian, all offsets counted from its start:
///
/// | section | elements | meaning |
/// |---|---|---|
/// | header | 16 × `UInt32` | `Field`, in that order; the first two hold the magic |
/// | direct | 65,536 × `UInt16` | BMP code point → its fold, or `careMarker` |
/// | index | 8,704 × `UInt16` | code point >> 7 → number of its block |
/// | blocks | n × 128 × `UInt32` | `FoldEntry` of each code point of a block; equal blocks are stored once |
/// | pool | `UInt32` each | `FoldItem`: the sequences that entries point to |
/// | pair keys | `UInt64` each, ascending | first code point << 32 \| second |
/// | pair values | `UInt32` each | what that pair composes to |
package enum FoldFormat {
  package static let magic: UInt64 = 0x5446_7569_6C6E_6566  // "fenliuFT"
  package static let version: UInt32 = 1
  package static let alignment = 8
  package static let headerBytes = 64

  package static let directCount = 0x1_0000
  package static let blockShift: UInt32 = 7
  package static let blockSize = 1 << Int(blockShift)
  package static let indexCount = 0x11_0000 >> Int(blockShift)

  /// The longest sequence one scalar folds to (U+FDFA: 18).
  package static let longestSequence = 18
  /// The longest sequence a scalar without a boundary before it folds to (U+0344: 2).
  package static let longestFollower = 2

  /// Positions of the header's numbers, in units of four bytes.
  package enum Field: Int {
    case magicLow, magicHigh, version, byteCount, icuVersion, unicodeVersion
    case directOffset, indexOffset, blocksOffset, blockCount
    case poolOffset, poolCount, pairKeysOffset, pairCount, pairValuesOffset, reserved
  }
}

/// What a block says of one code point: nothing (0: its fold is the direct one, or itself outside the
/// BMP), or a sequence in the pool, decomposed and not yet in canonical order with its neighbours.
package struct FoldEntry {
  package let bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  package init(follower: Bool, offset: Int, length: Int) {
    bits = 1 << 31 | (follower ? 1 << 30 : 0) | UInt32(length) << 24 | UInt32(offset)
  }

  package var isSequence: Bool { bits >> 31 != 0 }
  /// True if the code point can interact with what stands before it: no normalization boundary there.
  package var isFollower: Bool { bits >> 30 == 0b11 }
  package var length: Int { Int(bits >> 24 & 0x1F) }
  package var offset: Int { Int(bits & 0xFF_FFFF) }
  /// Bit 29 is kept zero.
  package var isWellFormed: Bool { bits == 0 || (isSequence && bits & (1 << 29) == 0) }
}

/// A scalar of the pool: code point, canonical combining class, and whether it can be the second of a
/// composition pair (so that composing need not look up the others).
package struct FoldItem {
  package let bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  package init(scalar: UInt32, combiningClass: UInt8, composesBackward: Bool) {
    bits = scalar | UInt32(combiningClass) << 24 | (composesBackward ? 1 << 21 : 0)
  }

  package var scalar: UInt32 { bits & 0x1F_FFFF }
  package var combiningClass: UInt32 { bits >> 24 }
  package var composesBackward: Bool { bits & (1 << 21) != 0 }
  /// Neither reordered nor composed with what stands before it.
  package var isSettled: Bool { bits >> 21 == 0 }
}
